package foyer.server.desk;

import foyer.server.circulation.Mention;
import foyer.server.circulation.Refusal;
import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.ledger.Places;
import foyer.server.ledger.PolicyRows;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a branch decides: its policy, its hours, its special days. */
@Component
public final class BranchDesk {
    private final Counter counter;
    private final Places places;

    BranchDesk(Counter counter, Places places) {
        this.counter = counter;
        this.places = places;
    }

    /**
     * Replaces what the branch decided otherwise than its network.
     *
     * @param values by key; the answer to one of a wrong form names the key and what it may be
     */
    public Answer policy(Ask ask, String branch, Map<String, String> values) {
        return handle(ask, branch, List.of("policy", branch, new TreeMap<>(values).toString()), (site, now) -> {
            try {
                places.policy(site.network()).with(values);
            } catch (IllegalArgumentException e) {
                return Answer.Refused.of(Refusal.POLICY_WRONG, String.valueOf(e.getMessage()));
            }
            Map<String, String> before = places.values(site.network(), branch);
            places.set(site.network(), branch, values);
            Mention mention = Mention.NOTHING
                    .with("branch", branch)
                    .with("was", before.toString())
                    .with("is", new TreeMap<>(values).toString());
            counter.note("policy-changed", ask, mention, now);
            return new Answer.Done(branch);
        });
    }

    /**
     * @param hours as {@code MONDAY 10:00-18:00; TUESDAY 10:00-14:00}; a day left out is closed
     * @param holidays whose public holidays are kept: {@code NONE, LATVIA, GREECE}
     */
    public Answer hours(Ask ask, String branch, String hours, String holidays) {
        return handle(ask, branch, List.of("hours", branch, hours, holidays), (site, now) -> {
            try {
                places.set(branch, Week.of(hours), Holidays.valueOf(holidays));
            } catch (IllegalArgumentException e) {
                return Answer.Refused.of(Refusal.CALENDAR_WRONG, String.valueOf(e.getMessage()));
            }
            Mention mention = Mention.NOTHING
                    .with("branch", branch)
                    .with("was", site.calendar().week().text())
                    .with("is", hours);
            counter.note("hours-changed", ask, mention, now);
            return new Answer.Done(branch);
        });
    }

    /**
     * One day that is not like the others.
     *
     * @param hours as {@code 10:00-14:00}; empty when closed
     * @param words why; people read it
     */
    public Answer specialDay(Ask ask, String branch, String day, String hours, String words) {
        return handle(ask, branch, List.of("special-day", branch, day, hours, words), (site, now) -> {
            try {
                places.set(branch, new Special(LocalDate.parse(day), PolicyRows.spans(hours), words.strip()));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Answer.Refused.of(Refusal.CALENDAR_WRONG, String.valueOf(e.getMessage()));
            }
            Mention mention =
                    Mention.NOTHING.with("branch", branch).with("day", day).with("is", hours);
            counter.note("special-day-set", ask, mention, now);
            return new Answer.Done(branch);
        });
    }

    /** The day is as any other again. */
    public Answer ordinaryDay(Ask ask, String branch, LocalDate day) {
        return handle(ask, branch, List.of("ordinary-day", branch, day.toString()), (site, now) -> {
            if (!places.forget(branch, day)) {
                return Answer.Refused.of(Refusal.DAY_WRONG, day.toString());
            }
            Mention mention = Mention.NOTHING.with("branch", branch).with("day", day.toString());
            counter.note("special-day-lifted", ask, mention, now);
            return new Answer.Done(branch);
        });
    }

    private interface Then {
        Answer with(Site site, Instant now);
    }

    private Answer handle(Ask ask, String branch, List<String> asked, Then then) {
        return counter.take(ask, asked, now -> {
            Optional<Site> site =
                    places.site(branch).filter(one -> one.network().equals(counter.network(ask)));
            if (site.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_BRANCH);
            }
            Optional<Answer> stale = Counter.stale(ask, places.version(branch));
            return stale.orElseGet(() -> then.with(site.get(), now));
        });
    }
}
