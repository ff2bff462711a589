package foyer.server.circulation;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.policy.Policy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A branch with the rules that hold there.
 *
 * @param policy its own values over its network's
 */
public record Site(String branch, String network, Calendar calendar, Policy policy) {
    /** How many days a loan lasts that begins at this moment: until its due date, which skips closed days. */
    public int loanDays(Instant begun) {
        return Math.toIntExact(ChronoUnit.DAYS.between(calendar.dayOf(begun), Days.due(begun, this)));
    }
}
