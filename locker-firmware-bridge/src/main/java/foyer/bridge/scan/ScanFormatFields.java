package foyer.bridge.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a {@link ScanFormat} of a line's fields, or says what is wrong with them; the first that is wrong counts. */
final class ScanFormatFields {
    private static final String EXAMPLE = "code card kind=card prefix=2 length=14 check=luhn symbology=codabar";
    private static final Set<String> KEYS = Set.of("kind", "prefix", "length", "check", "symbology");
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");
    private static final Pattern PREFIX = Pattern.compile("[!-~]*");
    private static final Pattern CODABAR = Pattern.compile("[0-9$:/.+-]*");
    private static final int EAN_LENGTH = 13;

    private ScanFormatFields() {}

    /** Why the fields cannot be used; caught in here, so that a refusal is a value to everybody else. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String why) {
            super(why);
        }
    }

    static ScanFormat.Parsed parse(String name, Map<String, String> fields) {
        try {
            return new ScanFormat.Parsed.Usable(read(name, fields));
        } catch (Wrong wrong) {
            return new ScanFormat.Parsed.Refused(String.valueOf(wrong.getMessage()));
        }
    }

    private static ScanFormat read(String name, Map<String, String> fields) throws Wrong {
        for (String key : new TreeSet<>(fields.keySet())) {
            if (!KEYS.contains(key)) {
                throw new Wrong("'" + key + "=' has no meaning here; write for example: " + EXAMPLE);
            }
        }
        String kind = needed(fields, "kind", "card");
        Matcher length = LENGTH.matcher(needed(fields, "length", "14"));
        if (!length.matches()) {
            throw new Wrong("'length=" + fields.get("length") + "' is no length; write for example length=14 or "
                    + "length=8-12");
        }
        int shortest = Integer.parseInt(length.group(1));
        int longest = length.group(2) == null ? shortest : Integer.parseInt(length.group(2));
        ScanFormat format = new ScanFormat(
                name,
                kind(kind),
                fields.getOrDefault("prefix", ""),
                shortest,
                longest,
                check(fields.getOrDefault("check", CheckDigit.NONE.word())),
                symbology(fields));
        checkLengths(format);
        checkPrefix(format);
        checkBars(format);
        return format;
    }

    private static String needed(Map<String, String> fields, String key, String example) throws Wrong {
        String value = fields.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new Wrong("'" + key + "=' is missing; write for example " + key + "=" + example);
        }
        return value;
    }

    private static ScanFormat.Kind kind(String word) throws Wrong {
        return switch (word) {
            case "card" -> ScanFormat.Kind.CARD;
            case "item" -> ScanFormat.Kind.ITEM;
            default -> throw new Wrong("'kind=" + word + "' is not known; write kind=card or kind=item");
        };
    }

    private static CheckDigit check(String word) throws Wrong {
        return CheckDigit.named(word)
                .orElseThrow(() -> new Wrong("'check=" + word + "' is not known; write one of "
                        + Arrays.stream(CheckDigit.values())
                                .map(CheckDigit::word)
                                .collect(Collectors.joining(", "))));
    }

    private static Optional<Symbology> symbology(Map<String, String> fields) throws Wrong {
        String word = fields.get("symbology");
        if (word == null) {
            return Optional.empty();
        }
        Optional<Symbology> named = Symbology.named(word);
        if (named.isEmpty()) {
            throw new Wrong("'symbology=" + word + "' is not known; write one of "
                    + Arrays.stream(Symbology.values())
                            .filter(Symbology::isWanted)
                            .map(Symbology::word)
                            .collect(Collectors.joining(", ")));
        }
        return named;
    }

    private static void checkLengths(ScanFormat format) throws Wrong {
        if (format.shortest() < 1 || format.longest() > ScanReader.MAX_LENGTH || format.shortest() > format.longest()) {
            throw new Wrong("'length=" + format.shortest() + "-" + format.longest()
                    + "' is out of range; write lengths from 1 to " + ScanReader.MAX_LENGTH + ", the shorter first");
        }
        if (format.check() != CheckDigit.NONE && format.shortest() < 2) {
            throw new Wrong("'length=1' leaves nothing to check; write a longer one, or check=none");
        }
        boolean ean = format.check() == CheckDigit.EAN_13 || is(format, Symbology.EAN_13);
        if (ean && (format.shortest() != EAN_LENGTH || format.longest() != EAN_LENGTH)) {
            throw new Wrong("an EAN-13 has 13 digits; write length=13");
        }
    }

    private static void checkPrefix(ScanFormat format) throws Wrong {
        String prefix = format.prefix();
        if (!PREFIX.matcher(prefix).matches()) {
            throw new Wrong("'prefix=' holds characters no code has; write printable ASCII");
        }
        if (prefix.length() > format.shortest()) {
            throw new Wrong("'prefix=" + prefix + "' is longer than the code; write a longer length");
        }
        if (!format.check().covers(prefix)) {
            throw new Wrong("'prefix=" + prefix + "' cannot stand before a check digit of "
                    + format.check().word() + "; write digits"
                    + (format.check() == CheckDigit.MOD_43 ? ", capital letters or - . $ / + %" : ""));
        }
    }

    private static void checkBars(ScanFormat format) throws Wrong {
        boolean printable = format.symbology()
                .map(symbology -> switch (symbology) {
                    case CODABAR -> CODABAR.matcher(format.prefix()).matches() && format.check() != CheckDigit.MOD_43;
                    case CODE_39 -> CheckDigit.MOD_43.covers(format.prefix());
                    case EAN_13 -> CheckDigit.EAN_13.covers(format.prefix()) && format.check() != CheckDigit.MOD_43;
                    default -> true;
                })
                .orElse(true);
        if (!printable) {
            throw new Wrong("such a code cannot be printed in "
                    + format.symbology().map(Symbology::word).orElse("any bars")
                    + "; write another symbology, prefix or check");
        }
    }

    private static boolean is(ScanFormat format, Symbology symbology) {
        return format.symbology().filter(symbology::equals).isPresent();
    }
}
