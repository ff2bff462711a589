package foyer.bridge;

import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.ScanReader;
import foyer.bridge.scan.Scanned;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One scanner's line: only listens. */
final class ScannerLine implements LineKeeper.User<Source> {
    /** Between 50 and 100 ms: longer than the pauses inside a scan, shorter than a person's next one. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(80);

    private static final long IDLE = TimeUnit.HOURS.toNanos(1);

    private final String name;
    private final ScanFormats formats;
    private final BridgeListener listener;
    private final HealthBook health;
    private final CountDownLatch never = new CountDownLatch(1);

    ScannerLine(String name, ScanFormats formats, BridgeListener listener, HealthBook health) {
        this.name = name;
        this.formats = formats;
        this.listener = listener;
        this.health = health;
    }

    @Override
    public void serve(Source line) throws LineLost, InterruptedException {
        health.say("scanner " + name, true, "the scanner is connected");
        ScanReader reader = new ScanReader(formats);
        long lastByteAt = System.nanoTime();
        while (true) {
            byte[] bytes = line.read(reader.isPending() ? GAP : IDLE);
            if (bytes.length == 0) {
                long at = lastByteAt;
                reader.silence().ifPresent(scanned -> tell(scanned, at));
            } else {
                lastByteAt = System.nanoTime();
                for (Scanned scanned : reader.feed(bytes)) {
                    tell(scanned, lastByteAt);
                }
            }
        }
    }

    private void tell(Scanned scanned, long at) {
        switch (scanned) {
            case Scanned.Barcode barcode -> listener.scanned(new Scan(name, barcode.text(), at));
            case Scanned.Unreadable(String why) -> listener.unreadable(name, why);
        }
    }

    @Override
    public void lost(String why) {
        health.say("scanner " + name, false, why);
    }

    @Override
    public void pause(long nanos) throws InterruptedException {
        var unused = never.await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void ended() {
        // Nobody waits for a scanner's answer.
    }
}
