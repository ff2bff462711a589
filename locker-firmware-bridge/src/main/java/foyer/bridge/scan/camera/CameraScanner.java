package foyer.bridge.scan.camera;

import foyer.bridge.line.Inbox;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.Scanned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A camera as a scanner: a line whose bytes are what a serial scanner would send, AIM prefix, text and CR. A configured
 * program shows what the camera sees as JPEG pictures on its standard output.
 *
 * <p>One thread cuts the program's bytes into pictures, one decodes and searches the newest of them; both end with the
 * line. Nothing can be written to it.
 */
public final class CameraScanner implements Source {
    /** A camera that runs shows a picture at least this often. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    /** Until the first picture: a camera that starts sets its light first. */
    static final long FIRST_PATIENCE = TimeUnit.SECONDS.toNanos(6);

    private static final long END_MILLIS = 1_000;
    /** Some more than {@link foyer.bridge.scan.ScanReader} takes, so that it finds a long text too long. */
    private static final int MOST_SENT = 80;

    /** No scanner sends it; the text is unreadable then, instead of being cut in two. */
    private static final String NO_ASCII = "\u0001";

    private final CameraCommand command;
    private final Function<Grey, Optional<Scanned.Barcode>> finder;
    private final CameraLoad load;
    private final Inbox in = new Inbox();
    private final NewestPicture newest = new NewestPicture();
    private final Thread cutting;
    private final Thread searching;

    CameraScanner(CameraCommand command, Function<Grey, Optional<Scanned.Barcode>> finder, CameraLoad load) {
        this.command = command;
        this.finder = finder;
        this.load = load;
        this.cutting = Thread.ofPlatform().daemon().name("foyer-camera-cut").unstarted(this::cut);
        this.searching =
                Thread.ofPlatform().daemon().name("foyer-camera-search").unstarted(this::search);
    }

    /**
     * Starts the camera's program.
     *
     * @param command the program and its arguments, for example {@code rpicam-vid --nopreview --timeout 0 --codec mjpeg
     *     --width 640 --height 480 --framerate 30 -o -}
     * @param formats of the library; a code that fits none of them is passed over, and told by nobody
     * @throws LineLost if the program is missing or may not be started; one that shows nothing is lost later
     */
    public static Source open(List<String> command, ScanFormats formats) throws LineLost {
        return open(command, formats, new CameraLoad(nanos -> {}));
    }

    /** As {@link #open(List, ScanFormats)}, counting. */
    public static Source open(List<String> command, ScanFormats formats, CameraLoad load) throws LineLost {
        return start(new CameraScanner(CameraCommand.start(command), new BarcodeFinder(formats)::find, load));
    }

    static CameraScanner start(CameraScanner scanner) {
        scanner.cutting.start();
        scanner.searching.start();
        return scanner;
    }

    private void cut() {
        MjpegStream stream = new MjpegStream();
        byte[] bytes = new byte[64 << 10];
        try (InputStream pictures = command.pictures()) {
            for (int count = pictures.read(bytes); count >= 0; count = pictures.read(bytes)) {
                for (byte[] picture : stream.feed(bytes, count)) {
                    load.arrive(newest.put(picture));
                }
            }
            in.end(command.ending());
        } catch (IOException closed) {
            in.end("the camera command " + command.name() + " cannot be read any more" + command.said());
        } catch (InterruptedException ending) {
            in.end("the camera was left");
        }
    }

    private void search() {
        Scene scene = new Scene();
        Sightings sightings = new Sightings();
        long lost = System.nanoTime() + FIRST_PATIENCE;
        try (JpegReader reader = new JpegReader()) {
            while (in.lost() == null) {
                byte[] picture = newest.take(Math.max(0, lost - System.nanoTime()));
                if (picture != null && look(picture, reader, scene, sightings)) {
                    lost = System.nanoTime() + PATIENCE;
                } else if (System.nanoTime() - lost >= 0) {
                    in.end("the camera command " + command.name() + " shows no " + (load.decoded() > 0 ? "more " : "")
                            + "pictures" + command.said());
                }
            }
        } catch (InterruptedException ending) {
            in.end("the camera was left");
        } catch (RuntimeException bug) {
            // Its message could be what was read; its kind cannot.
            in.end("a fault in the search for codes (" + bug.getClass().getSimpleName() + ")");
        }
    }

    /** Returns whether the picture was one. */
    private boolean look(byte[] picture, JpegReader reader, Scene scene, Sightings sightings)
            throws InterruptedException {
        long begun = System.nanoTime();
        Grey grey;
        try {
            grey = reader.read(picture);
        } catch (IOException damaged) {
            load.damage();
            return false;
        }
        boolean worth = scene.isWorthSearching(grey);
        if (worth) {
            Optional<Scanned.Barcode> told = sightings.see(finder.apply(grey), begun);
            if (told.isPresent()) {
                in.add(sent(told.get()));
            }
        }
        load.decode(worth, System.nanoTime() - begun);
        return true;
    }

    private static byte[] sent(Scanned.Barcode code) {
        String text = code.text().substring(0, Math.min(code.text().length(), MOST_SENT));
        String prefix = code.symbology().orElseThrow().prefix();
        return (prefix + text.replaceAll("[^ -~]", NO_ASCII) + "\r").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    /** Ends the program as well. */
    @Override
    public void close() {
        in.end("the camera was closed");
        command.close();
        searching.interrupt();
        try {
            searching.join(END_MILLIS);
            cutting.join(END_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
