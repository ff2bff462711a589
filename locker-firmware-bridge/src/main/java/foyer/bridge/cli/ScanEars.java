package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Workbench;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.ScanReader;
import foyer.bridge.scan.Scanned;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to one scanner with a thread of its own, which ends when it is closed. */
final class ScanEars implements AutoCloseable {
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(80);
    private static final long IDLE = TimeUnit.HOURS.toNanos(1);

    /** What comes from a scanner. */
    sealed interface Heard {
        /**
         * A scan, in words.
         *
         * @param text to be shown only if the user wants it; empty if it is unreadable. Not in {@link #toString}
         */
        record Scanned(ScanWords words, String text) implements Heard {
            @Override
            public String toString() {
                return "Scanned[" + words + "]";
            }
        }

        record Lost(String scanner, String why) implements Heard {}
    }

    private final String scanner;
    private final Source line;
    private final ScanFormats formats;
    private final BlockingQueue<Heard> heard;
    private final Thread thread;

    private ScanEars(String scanner, Source line, ScanFormats formats, BlockingQueue<Heard> heard) {
        this.scanner = scanner;
        this.line = line;
        this.formats = formats;
        this.heard = heard;
        this.thread = Thread.ofPlatform().daemon().name("foyer-ears-" + scanner).unstarted(this::listen);
    }

    /** @return empty for a scanner that types into a window */
    static Optional<ScanEars> open(
            Workbench bench, Hardware.ScannerMap scanner, ScanFormats formats, BlockingQueue<Heard> heard)
            throws LineLost, InterruptedException {
        Optional<ScanEars> ears =
                bench.openScanner(scanner).map(line -> new ScanEars(scanner.name(), line, formats, heard));
        ears.ifPresent(opened -> opened.thread.start());
        return ears;
    }

    private void listen() {
        // Judged afterwards: a technician wants to see also what fits no format.
        ScanReader reader = new ScanReader();
        try {
            while (true) {
                byte[] bytes = line.read(reader.isPending() ? GAP : IDLE);
                if (bytes.length == 0) {
                    Optional<Scanned> ended = reader.silence();
                    if (ended.isPresent()) {
                        tell(ended.get());
                    }
                } else {
                    for (Scanned scanned : reader.feed(bytes)) {
                        tell(scanned);
                    }
                }
            }
        } catch (LineLost lost) {
            var unused = heard.offer(new Heard.Lost(scanner, String.valueOf(lost.getMessage())));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Scanned scanned) throws InterruptedException {
        heard.put(
                switch (scanned) {
                    case Scanned.Barcode barcode ->
                        new Heard.Scanned(ScanWords.of(scanner, barcode, formats), barcode.text());
                    case Scanned.Unreadable(String why) -> new Heard.Scanned(ScanWords.unreadable(scanner, why), "");
                });
    }

    @Override
    public void close() {
        thread.interrupt();
        line.close();
    }
}
