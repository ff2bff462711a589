package foyer.bridge.cli;

import foyer.bridge.scan.CheckDigit;
import foyer.bridge.scan.ScanFormat;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a scan without saying it.
 *
 * @param welcome whether the station takes it
 * @param symbology the kind of bars; null if the scanner does not say
 * @param checkDigits which check digits its last character is right for; by chance one in ten is
 * @param format of the library; null if it fits none
 * @param words why it is not taken; empty if it is
 * @param text the number itself, only where the user asked for it
 */
record ScanWords(
        String scanner,
        boolean welcome,
        @Nullable String symbology,
        int length,
        List<String> checkDigits,
        @Nullable String format,
        String words,
        @Nullable String text) {
    ScanWords {
        checkDigits = List.copyOf(checkDigits);
    }

    static ScanWords of(String scanner, Scanned.Barcode barcode, ScanFormats formats) {
        Optional<ScanFormat> format = formats.fitting(barcode);
        String why =
                switch (formats.judge(barcode)) {
                    case Scanned.Barcode taken -> "";
                    case Scanned.Unreadable(String words) -> words;
                };
        return new ScanWords(
                scanner,
                why.isEmpty(),
                barcode.symbology().map(ScanWords::name).orElse(null),
                barcode.text().length(),
                checkDigits(barcode.text()),
                format.map(ScanFormat::name).orElse(null),
                why,
                null);
    }

    static ScanWords unreadable(String scanner, String why) {
        return new ScanWords(scanner, false, null, 0, List.of(), null, why, null);
    }

    ScanWords showing(String number) {
        return new ScanWords(scanner, welcome, symbology, length, checkDigits, format, words, number);
    }

    private static String name(Symbology symbology) {
        return symbology.isWanted() ? symbology.word() : symbology.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> checkDigits(String text) {
        List<String> right = new ArrayList<>();
        for (CheckDigit rule : CheckDigit.values()) {
            if (rule != CheckDigit.NONE && rule.holds(text)) {
                right.add(rule.word());
            }
        }
        return right;
    }

    /** One line for people. */
    String sentence() {
        if (length == 0) {
            return "scanner " + scanner + ": unreadable, " + words;
        }
        String bars = symbology == null ? "kind of bars not sent" : symbology;
        String digits = checkDigits.isEmpty()
                ? "no check digit known here is right"
                : "check digit right for " + String.join(", ", checkDigits);
        String fits = welcome ? format == null ? "taken (the file names no formats)" : "fits " + format : words;
        return "scanner " + scanner + ": " + bars + ", " + length + " characters, " + digits + "; " + fits
                + (text == null ? "" : "; " + text);
    }
}
