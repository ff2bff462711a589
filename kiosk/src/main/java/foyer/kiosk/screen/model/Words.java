package foyer.kiosk.screen.model;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The screen's words in one language, from {@code words_xx.properties}. The messages are ICU's: only its plural rules
 * know that Latvian says "21 grāmata" and Russian "2 книги, 5 книг, 21 книга". A missing key is a defect of the program
 * and thrown as one; a test compares the four files.
 */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Language language;
    private final ResourceBundle bundle;
    private final DateTimeFormatter dayAndTime;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    public Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "foyer.kiosk.screen.words",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.dayAndTime = DateTimeFormatter.ofPattern(bundle.getString("clock"), language.locale());
    }

    public Language language() {
        return language;
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    public String say(String key, String name, Object value) {
        return say(key, Map.of(name, value));
    }

    /** {@code values} by the placeholder's name; numbers as {@link Number}, so that plurals work. */
    public String say(String key, Map<String, Object> values) {
        return formats.computeIfAbsent(key, this::format).format(values);
    }

    /** "by Friday 27 November", in the case the language asks for. */
    public String by(LocalDate day) {
        return say("by", dateParts(day));
    }

    /** "from Friday 27 November, 10:00", for what comes back at that time. */
    public String from(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        Map<String, Object> parts = dateParts(there.toLocalDate());
        parts.put("time", TIME.format(there));
        return say("from", parts);
    }

    /** "Mon 23 November · 17:42". */
    public String clock(Instant moment, ZoneId zone) {
        return dayAndTime.format(moment.atZone(zone));
    }

    public String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    /** Minutes and seconds, "0:52". */
    public static String left(int seconds) {
        int minute = (int) ChronoUnit.MINUTES.getDuration().toSeconds();
        return seconds / minute + ":" + (seconds % minute < 10 ? "0" : "") + seconds % minute;
    }

    private static Map<String, Object> dateParts(LocalDate day) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("weekday", "d" + day.getDayOfWeek().getValue());
        parts.put("day", String.valueOf(day.getDayOfMonth()));
        parts.put("month", "m" + day.getMonthValue());
        return parts;
    }

    private MessageFormat format(String key) {
        return new MessageFormat(bundle.getString(key), ULocale.forLocale(language.locale()));
    }
}
