package foyer.server.web.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and moments that a library may mean; others are a slip of the pen, and no calendar can count with them. */
final class Bounds {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Bounds() {}

    static LocalDate day(LocalDate day, Problem otherwise, String field) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new Refused(otherwise, List.of(field));
        }
        return day;
    }

    static Optional<LocalDate> dayIf(@Nullable LocalDate day, String field) {
        return Optional.ofNullable(day).map(one -> day(one, Problem.FIELDS_WRONG, field));
    }

    static Instant moment(Instant moment, String field) {
        Instant first = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant last = LAST.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (moment.isBefore(first) || moment.isAfter(last)) {
            throw new Refused(Problem.FIELDS_WRONG, List.of(field));
        }
        return moment;
    }
}
