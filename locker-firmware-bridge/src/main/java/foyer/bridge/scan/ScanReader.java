package foyer.bridge.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a scanner's bytes into barcodes. The end is CR, LF, both, or a silence, because scanners ship with any of them;
 * the AIM prefix ({@code ]} + symbology + modifier) is taken off where a scanner sends it, and kept as the symbology.
 */
public final class ScanReader {
    /** The longest text; longer ones are no card and no item, and a bound keeps garbage out of memory. */
    public static final int MAX_LENGTH = 64;

    private final ScanFormats formats;
    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;
    private boolean unprintable;

    /** Takes any code for a good one. */
    public ScanReader() {
        this(ScanFormats.ANY);
    }

    /** @param formats what fits none of them is unreadable; with no formats everything fits */
    public ScanReader(ScanFormats formats) {
        this.formats = formats;
    }

    /** Takes the next bytes; returns what their line ends complete. */
    public List<Scanned> feed(byte[] bytes) {
        List<Scanned> found = new ArrayList<>();
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c == '\r' || c == '\n') {
                silence().ifPresent(found::add);
            } else if (c < ' ' || c > '~') {
                unprintable = true;
            } else if (text.length() < MAX_LENGTH + Symbology.PREFIX_LENGTH) {
                text.append(c);
            } else {
                tooLong = true;
            }
        }
        return found;
    }

    /** Whether a text has begun that only an end or a silence completes. */
    public boolean isPending() {
        return unprintable || !text.isEmpty();
    }

    /** The scanner fell silent: what was pending is complete. Empty if nothing was. */
    public Optional<Scanned> silence() {
        if (!isPending()) {
            return Optional.empty();
        }
        Scanned scanned = judge(text.toString());
        text.setLength(0);
        tooLong = false;
        unprintable = false;
        return Optional.of(scanned);
    }

    private Scanned judge(String sent) {
        Optional<Symbology> symbology = Symbology.ofPrefix(sent);
        String barcode = symbology.isPresent() ? sent.substring(Symbology.PREFIX_LENGTH) : sent;
        if (unprintable) {
            return new Scanned.Unreadable("it holds characters that cannot be printed");
        }
        if (tooLong || barcode.length() > MAX_LENGTH) {
            return new Scanned.Unreadable("it is longer than " + MAX_LENGTH + " characters");
        }
        if (barcode.isBlank()) {
            return new Scanned.Unreadable("it is empty");
        }
        return formats.judge(new Scanned.Barcode(barcode, symbology));
    }
}
