package foyer.bridge.scan;

import foyer.bridge.line.Inbox;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A scanner that plays a keyboard (Linux evdev), as a line whose bytes are what it types, CR for its enter keys. It is
 * taken for this program alone, so that no card number is typed into a window.
 *
 * <p>One thread of its own waits for keys; it ends with the line. Nothing can be written to it.
 */
public final class EvdevScanner implements Source {
    private static final long END_MILLIS = 1_000;

    private final InputDevice device;
    private final KeyEvents events =
            new KeyEvents(InputDevice.LONG_BYTES == Long.BYTES ? KeyEvents.BYTES_64 : KeyEvents.BYTES_32);
    private final Inbox in = new Inbox();
    private final Thread pump;
    private final String path;

    private EvdevScanner(Path path, InputDevice device) {
        this.path = path.toString();
        this.device = device;
        this.pump = Thread.ofPlatform().daemon().name("foyer-keys-" + path).unstarted(this::pump);
    }

    /**
     * Opens a keyboard device and takes it for this program alone.
     *
     * @param path best from /dev/input/by-id, ending in -event-kbd: /dev/input/event3 can be another device tomorrow
     * @throws LineLost if it is not there, is no keyboard, may not be opened, or another program holds it
     */
    public static Source open(Path path) throws LineLost {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            throw new LineLost(path + " cannot be opened: keyboard devices exist on Linux only");
        }
        InputDevice device = InputDevice.open(path);
        try {
            device.grab();
        } catch (LineLost refused) {
            device.close();
            throw refused;
        }
        return start(path, device);
    }

    /** Reads any file of events without taking it for this program alone, which only a real device lets be done. */
    static EvdevScanner shared(Path path) throws LineLost {
        return start(path, InputDevice.open(path));
    }

    private static EvdevScanner start(Path path, InputDevice device) {
        EvdevScanner scanner = new EvdevScanner(path, device);
        scanner.pump.start();
        return scanner;
    }

    private void pump() {
        try (device) {
            for (Optional<byte[]> bytes = device.read(); bytes.isPresent(); bytes = device.read()) {
                in.add(events.feed(bytes.get()));
            }
        } catch (LineLost gone) {
            in.end(String.valueOf(gone.getMessage()));
        } catch (InterruptedException ending) {
            in.end(path + " was left");
        }
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    /** Waits until the device is given back, for it may be opened anew at once. */
    @Override
    public void close() {
        in.end(path + " was closed");
        device.wake();
        try {
            var unused = pump.join(Duration.ofMillis(END_MILLIS));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
