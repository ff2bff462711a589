package foyer.server.desk.firststart;

import java.util.regex.Pattern;

/** The check digit of library numbers (ISO/IEC 7812-1, annex B): every second digit from the right is doubled. */
final class Luhn {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Luhn() {}

    /** Whether a number of {@code length} digits ends in its check digit; one of another length has none. */
    static boolean ends(String number, int length) {
        if (number.length() != length) {
            return true;
        }
        return DIGITS.matcher(number).matches() && sum(number) % 10 == 0;
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
