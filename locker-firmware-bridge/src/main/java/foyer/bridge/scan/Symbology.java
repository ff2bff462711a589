package foyer.bridge.scan;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of bars a code is printed in. The letters are those of ISO/IEC 15424: a scanner that is set to send them
 * puts {@code ]}, the letter and a modifier before each scan.
 */
public enum Symbology {
    CODABAR('F', "codabar"),
    CODE_39('A', "code39"),
    CODE_128('C', "code128"),
    /** Also UPC-A, which is an EAN-13 that begins with 0. */
    EAN_13('E', "ean13"),
    QR('Q', "qr"),

    // What follows exists and is understood as a prefix, but no library card or item here is printed in it.
    AZTEC('z', ""),
    CHANNEL_CODE('c', ""),
    CODABLOCK('O', ""),
    CODE_11('H', ""),
    CODE_16K('K', ""),
    CODE_49('T', ""),
    CODE_93('G', ""),
    DATA_BAR('e', ""),
    DATA_MATRIX('d', ""),
    /** Shares its letter with EAN-13; the modifier 4 is its own. */
    EAN_8('E', ""),
    /** Unwanted, for a part of it reads as a shorter one that is whole. */
    ITF('I', ""),
    MAXI_CODE('U', ""),
    MSI('M', ""),
    PDF_417('L', ""),
    PLESSEY('P', ""),
    STRAIGHT_2_OF_5('S', ""),
    TELEPEN('B', "");

    /** The length of an AIM prefix. */
    static final int PREFIX_LENGTH = 3;

    private final char letter;
    private final String word;

    Symbology(char letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    /** Whether a library's cards or items may be printed in it. */
    public boolean isWanted() {
        return !word.isEmpty();
    }

    /** How a hardware file calls it; empty for what is not wanted. */
    public String word() {
        return word;
    }

    /** The AIM prefix of a plain code, for example {@code ]F0}. */
    public String prefix() {
        return "]" + letter + (this == EAN_8 ? '4' : '0');
    }

    /** The wanted one a hardware file calls so. */
    static Optional<Symbology> named(String word) {
        return Arrays.stream(values())
                .filter(symbology -> symbology.isWanted() && symbology.word.equals(word))
                .findFirst();
    }

    /** What a text's AIM prefix says; empty if it begins with none. */
    static Optional<Symbology> ofPrefix(CharSequence text) {
        if (text.length() < PREFIX_LENGTH || text.charAt(0) != ']' || !isModifier(text.charAt(2))) {
            return Optional.empty();
        }
        if (text.charAt(1) == EAN_8.letter && text.charAt(2) == '4') {
            return Optional.of(EAN_8);
        }
        return Arrays.stream(values())
                .filter(symbology -> symbology.letter == text.charAt(1))
                .findFirst();
    }

    private static boolean isModifier(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
