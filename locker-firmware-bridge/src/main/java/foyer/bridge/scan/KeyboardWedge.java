package foyer.bridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells a scanner that plays a keyboard from a person at one, by pace alone, for where the scanner cannot be taken for
 * this program alone. Whoever has a window's keys feeds them in and lets the window have only what comes back as typed.
 *
 * <p>A run of keys no further apart than the gap is a scan, ended by ENTER or by a longer pause. Too short a run, or one
 * of a single character (a finger resting on a key), is a person's. Scanners leave 7-60 ms between keys, people
 * 100-200 ms. Not for more than one thread.
 */
public final class KeyboardWedge {
    /** Between a scanner's slowest and a person's fastest keys. */
    public static final int GAP_MILLIS = 60;

    public static final int SHORTEST_GAP_MILLIS = 20;
    public static final int LONGEST_GAP_MILLIS = 100;

    /** Two or three keys in a quick row are a person's; no library code is that short. */
    static final int SHORTEST_RUN = 4;

    /** Enough for {@link ScanReader} to find the text too long. */
    private static final int MOST_KEPT = ScanReader.MAX_LENGTH + Symbology.PREFIX_LENGTH + 1;

    private final long gap;
    private final ScanFormats formats;
    private final StringBuilder run = new StringBuilder();
    private long lastAt;

    /**
     * What is to be done now; may be both, the scan first.
     *
     * @param typed a person's keys, to be passed on in this order; may be empty. Neither these nor the scan are shown by
     *     {@link #toString}
     */
    public record Sorted(Optional<Scanned> scanned, String typed) {
        @Override
        public String toString() {
            return "Sorted[" + scanned + ", " + typed.length() + " keys]";
        }
    }

    /**
     * @param gapMillis the longest pause inside a scan, {@value #SHORTEST_GAP_MILLIS} to {@value #LONGEST_GAP_MILLIS}
     * @throws IllegalArgumentException if the gap is out of that range
     */
    public KeyboardWedge(int gapMillis, ScanFormats formats) {
        if (gapMillis < SHORTEST_GAP_MILLIS || gapMillis > LONGEST_GAP_MILLIS) {
            throw new IllegalArgumentException("a gap of " + gapMillis + " ms; 20 to 100 are possible");
        }
        this.gap = TimeUnit.MILLISECONDS.toNanos(gapMillis);
        this.formats = formats;
    }

    /**
     * Takes a key that was typed. It is kept back until it is clear whose it is: what is neither in the answer nor in a
     * later one was part of a scan.
     *
     * @param key CR or LF for ENTER
     * @param nanos {@link System#nanoTime()} of the key
     */
    public Sorted key(char key, long nanos) {
        Sorted before = silence(nanos);
        boolean enter = key == '\r' || key == '\n';
        // A scan never begins with ENTER, BACKSPACE and the like: they go to the window at once.
        if (run.isEmpty() && Character.isISOControl(key)) {
            return new Sorted(before.scanned(), before.typed() + key);
        }
        lastAt = nanos;
        if (enter) {
            return isScan() ? new Sorted(Optional.of(take()), "") : new Sorted(Optional.empty(), giveBack() + key);
        }
        String resting = run.length() == MOST_KEPT && !isScan() ? giveBack() : "";
        if (run.length() < MOST_KEPT) {
            run.append(key);
        }
        return new Sorted(before.scanned(), before.typed() + resting);
    }

    /** Takes the time; to be called some time after the last key while {@link #isPending()}. */
    public Sorted silence(long nanos) {
        if (run.isEmpty() || nanos - lastAt <= gap) {
            return new Sorted(Optional.empty(), "");
        }
        return isScan() ? new Sorted(Optional.of(take()), "") : new Sorted(Optional.empty(), giveBack());
    }

    /** Whether keys are kept back that only another key or a silence longer than the gap settles. */
    public boolean isPending() {
        return !run.isEmpty();
    }

    private boolean isScan() {
        return run.length() >= SHORTEST_RUN && run.chars().distinct().count() > 1;
    }

    private Scanned take() {
        ScanReader reader = new ScanReader(formats);
        String ascii = giveBack().replaceAll("[^ -~]", String.valueOf(KeyEvents.UNKNOWN));
        return reader.feed((ascii + '\r').getBytes(StandardCharsets.ISO_8859_1)).getFirst();
    }

    private String giveBack() {
        String keys = run.toString();
        run.setLength(0);
        return keys;
    }
}
