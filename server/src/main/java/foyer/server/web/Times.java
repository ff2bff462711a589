package foyer.server.web;

import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;

/** Days and times as a person at that branch writes them, in the page's language. */
public record Times(ZoneId zone, Locale language) {
    /** As "Thu, 26 Nov, 17:44". */
    public String moment(Instant at) {
        return format(at, "EEEdMMMHHmm");
    }

    /** As "17:44:02". */
    public String clock(Instant at) {
        return format(at, "HHmmss");
    }

    /** As "Fri, 27 Nov". */
    public String day(LocalDate day) {
        return format(day.atTime(12, 0).atZone(zone).toInstant(), "EEEdMMM");
    }

    public String day(Instant at) {
        return format(at, "EEEdMMM");
    }

    public boolean sameDay(Instant one, Instant other) {
        return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }

    /** As "4 sec ago"; whole seconds, then minutes, hours and days. A clock that runs ahead counts as now. */
    public String ago(Duration since) {
        RelativeDateTimeFormatter formatter = RelativeDateTimeFormatter.getInstance(
                locale(), null, RelativeDateTimeFormatter.Style.SHORT, DisplayContext.CAPITALIZATION_NONE);
        long seconds = Math.max(0, since.toSeconds());
        if (seconds < 60) {
            return formatter.formatNumeric(past(seconds), RelativeDateTimeUnit.SECOND);
        }
        if (seconds < 3600) {
            return formatter.formatNumeric(past(seconds / 60), RelativeDateTimeUnit.MINUTE);
        }
        return seconds < 86_400
                ? formatter.formatNumeric(past(seconds / 3600), RelativeDateTimeUnit.HOUR)
                : formatter.formatNumeric(past(seconds / 86_400), RelativeDateTimeUnit.DAY);
    }

    /** As the formatter counts: backwards, and none as a negative nothing, since a plain nothing lies ahead. */
    private static double past(long whole) {
        return -(double) whole;
    }

    private String format(Instant at, String skeleton) {
        ULocale locale = locale();
        String pattern = DateTimePatternGenerator.getInstance(locale).getBestPattern(skeleton);
        SimpleDateFormat format = new SimpleDateFormat(pattern, locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(at));
    }

    /** English as Europe writes it: the day before the month. */
    private ULocale locale() {
        return language.getLanguage().equals("en") ? ULocale.UK : ULocale.forLocale(language);
    }
}
