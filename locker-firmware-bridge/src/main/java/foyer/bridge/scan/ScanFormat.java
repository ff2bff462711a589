package foyer.bridge.scan;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One kind of code a library uses, as a line of its hardware file says: {@code code NAME kind=card prefix=2 length=14
 * check=luhn symbology=codabar}. Lengths and prefix are those of what the scanner sends, check digit included.
 *
 * @param prefix what every such code begins with; may be empty
 * @param shortest 1 to {@link ScanReader#MAX_LENGTH} characters
 * @param longest from {@code shortest} to {@link ScanReader#MAX_LENGTH} characters
 * @param symbology empty if it may be any that is wanted
 */
public record ScanFormat(
        String name,
        Kind kind,
        String prefix,
        int shortest,
        int longest,
        CheckDigit check,
        Optional<Symbology> symbology) {
    private static final Pattern FRAMED = Pattern.compile("[A-Da-d][0-9$:/.+-]+[A-Da-d]");

    /** What a code is on. */
    public enum Kind {
        CARD,
        ITEM
    }

    /** What the fields of a line come to. */
    public sealed interface Parsed {
        record Usable(ScanFormat format) implements Parsed {}

        /** @param why with what to write instead */
        record Refused(String why) implements Parsed {}
    }

    /**
     * Reads the fields of a line.
     *
     * @param fields {@code kind} and {@code length} are needed; {@code prefix}, {@code check} and {@code symbology} may
     *     be missing
     */
    public static Parsed parse(String name, Map<String, String> fields) {
        return ScanFormatFields.parse(name, fields);
    }

    /** Codabar's start and stop characters, which some scanners send, are no part of the number. */
    String bare(String text, Optional<Symbology> read) {
        boolean codabar = symbology.filter(Symbology.CODABAR::equals).isPresent()
                || read.filter(Symbology.CODABAR::equals).isPresent();
        return codabar && FRAMED.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
    }

    /**
     * What keeps a text from being such a code, in words that do not repeat it.
     *
     * @param read empty where the scanner does not say; then any symbology will do
     */
    Optional<String> misfit(String text, Optional<Symbology> read) {
        if (read.isPresent() && !mayBe(read.get())) {
            return Optional.of("printed in another kind of bars");
        }
        if (text.length() < shortest) {
            return Optional.of("too short");
        }
        if (text.length() > longest) {
            return Optional.of("too long");
        }
        if (!text.startsWith(prefix)) {
            return Optional.of("another beginning");
        }
        return check.holds(text) ? Optional.empty() : Optional.of("wrong check digit");
    }

    private boolean mayBe(Symbology read) {
        return symbology.map(read::equals).orElse(read.isWanted());
    }
}
