package foyer.server.circulation.policy;

import java.util.Optional;

/** New card numbers, made as a policy's {@code card-numbers} says. */
public final class CardNumbers {
    private CardNumbers() {}

    /**
     * The number for this count: its digits in the places of {@code #}, and for {@code L} the check digit of all before
     * it.
     *
     * @param count from 1 on
     * @return empty when the count has more digits than there are places: the numbers are used up
     */
    public static Optional<String> of(String template, long count) {
        int from = template.indexOf('#');
        int until = template.lastIndexOf('#') + 1;
        String digits = Long.toString(count);
        if (digits.length() > until - from) {
            return Optional.empty();
        }
        String number = template.substring(0, from) + "0".repeat(until - from - digits.length()) + digits;
        return Optional.of(template.endsWith("L") ? Luhn.completed(number) : number);
    }
}
