package foyer.server.circulation.policy;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a value may look like.
 *
 * @param words what is expected, in English, for the person who wrote something else
 * @param choices those to choose from; empty where any fitting text will do
 */
public record Form(String words, List<String> choices, Predicate<String> fits) {
    /** Without seconds, so that times have one length and compare as texts. */
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private static final Pattern COUNT = Pattern.compile("[A-Za-z-]{1,20}=[0-9]{1,4}");

    static final Form YES_NO = choice("yes", "no");
    static final Form TIME = new Form("a time as 10:00", List.of(), Form::time);
    static final Form TIME_OR_OPENING =
            new Form("a time as 10:00, or opening", List.of(), text -> text.equals("opening") || time(text));
    static final Form WEEKDAYS = new Form("weekdays as MONDAY FRIDAY", List.of(), Form::weekdays);
    static final Form COUNTS = new Form("names with numbers as audio=1 film=2", List.of(), Form::counts);
    static final Form REGEX = new Form("a regular expression", List.of(), Form::regex);
    static final Form CARD_NUMBERS = new Form(
            "characters with # for each digit of the count, and at the end perhaps L",
            List.of(),
            Pattern.compile("[A-Z0-9-]{0,15}#{3,12}L?").asMatchPredicate());

    public Form {
        choices = List.copyOf(choices);
    }

    static Form number(int least, int most) {
        return new Form("a whole number from " + least + " to " + most, List.of(), text -> number(text)
                .filter(value -> value >= least && value <= most)
                .isPresent());
    }

    static Form choice(String... choices) {
        List<String> all = List.of(choices);
        return new Form("one of " + String.join(", ", all), all, all::contains);
    }

    private static Optional<Integer> number(String text) {
        return Pattern.matches("[0-9]{1,9}", text) ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static boolean time(String text) {
        return TIME_OF_DAY.matcher(text).matches();
    }

    private static boolean weekdays(String text) {
        List<String> names = Arrays.stream(DayOfWeek.values()).map(Enum::name).toList();
        return !text.isBlank() && Arrays.stream(text.split(" ")).allMatch(names::contains);
    }

    private static boolean counts(String text) {
        return text.isEmpty()
                || Arrays.stream(text.split(" "))
                        .allMatch(one -> COUNT.matcher(one).matches());
    }

    private static boolean regex(String text) {
        try {
            return !Pattern.compile(text).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
