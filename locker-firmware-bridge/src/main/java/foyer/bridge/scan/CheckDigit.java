package foyer.bridge.scan;

import java.util.Arrays;
import java.util.Optional;

/** How the last character of a code follows from those before it. Any text may be asked about; none is thrown at. */
public enum CheckDigit {
    NONE("none"),
    /** Digits only; every second from the right, the one before the check digit first, counts double. */
    LUHN("luhn"),
    /** Code 39: the sum of all characters' values modulo 43. */
    MOD_43("mod43"),
    /** Thirteen digits, weighted 1 and 3 in turn; ISBN-13 is one that begins with 978 or 979. */
    EAN_13("ean13");

    private static final String CODE_39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
    private static final int EAN_BODY = 12;

    private final String word;

    CheckDigit(String word) {
        this.word = word;
    }

    /** How a hardware file calls it. */
    public String word() {
        return word;
    }

    static Optional<CheckDigit> named(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word.equals(word)).findFirst();
    }

    /** Whether the last character of a text is the one that follows from the others; always true for {@link #NONE}. */
    public boolean holds(String text) {
        if (this == NONE) {
            return true;
        }
        int last = text.length() - 1;
        return last >= 1
                && of(text.substring(0, last))
                        .filter(digit -> digit == text.charAt(last))
                        .isPresent();
    }

    /**
     * The character to be put behind a text.
     *
     * @return empty for {@link #NONE}, and for a text this rule does not cover
     */
    public Optional<Character> of(String body) {
        if (body.isEmpty() || !covers(body)) {
            return Optional.empty();
        }
        return switch (this) {
            case NONE -> Optional.empty();
            case LUHN -> Optional.of(luhn(body));
            case MOD_43 -> Optional.of(mod43(body));
            case EAN_13 -> body.length() == EAN_BODY ? Optional.of(ean13(body)) : Optional.empty();
        };
    }

    /** Whether every character of a text is one this rule can count. */
    boolean covers(String text) {
        return switch (this) {
            case NONE -> true;
            case MOD_43 -> text.chars().allMatch(c -> CODE_39.indexOf(c) >= 0);
            case LUHN, EAN_13 -> text.chars().allMatch(c -> c >= '0' && c <= '9');
        };
    }

    private static char luhn(String digits) {
        int sum = 0;
        boolean twice = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = (digits.charAt(i) - '0') * (twice ? 2 : 1);
            sum += digit / 10 + digit % 10;
            twice = !twice;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static char mod43(String text) {
        return CODE_39.charAt(text.chars().map(CODE_39::indexOf).sum() % CODE_39.length());
    }

    private static char ean13(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
