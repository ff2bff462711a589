package foyer.server.circulation.policy;

import java.util.regex.Pattern;

/** The check digit of library numbers (ISO/IEC 7812-1, annex B): every second digit from the right is doubled. */
public final class Luhn {
    public static final int CODABAR_DIGITS = 14;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Luhn() {}

    /** Whether a number of {@code length} digits ends in its check digit; one of another length has none. */
    public static boolean ends(String number, int length) {
        if (number.length() != length) {
            return true;
        }
        return DIGITS.matcher(number).matches() && sum(number) % 10 == 0;
    }

    /** The number with its check digit behind it; letters count as nothing. */
    static String completed(String number) {
        int sum = sum(number.replaceAll("[^0-9]", "0") + "0");
        return number + (10 - sum % 10) % 10;
    }

    private static int sum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
