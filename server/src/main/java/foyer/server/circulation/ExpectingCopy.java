package foyer.server.circulation;

import foyer.server.circulation.Expecting.Step;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When one copy is free at the latest: now, and each time after somebody has had it. */
final class ExpectingCopy {
    private final Item item;
    private final List<Site> takers;
    private final List<Site> everywhere;
    private final Expecting.Known known;
    private final Instant now;
    /** Where it rests longest, wherever in the network it is returned. */
    private final Site resting;
    /** By how much what else is in the bin may delay it: from the sealing on all of it rests as one (domain B13). */
    private final Duration together;

    /** @param takers branches at which those in front who could take it want to collect */
    ExpectingCopy(Item item, List<Site> takers, Expecting.Known known, Instant now) {
        this.item = item;
        this.takers = unlike(takers);
        this.known = known;
        this.now = now;
        List<Site> sites = unlike(known.queue().sites().values());
        this.everywhere = sites;
        this.resting = sites.stream()
                .max(Comparator.<Site, Duration>comparing(site -> site.policy().quarantine(item.material()))
                        .thenComparing(Site::branch))
                .orElseThrow(() -> new IllegalArgumentException("no branch is known"));
        this.together = sites.stream()
                .map(site -> site.policy().longestQuarantine())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** One of those whose rules are the same: most branches of a network do as the others. */
    private static List<Site> unlike(Collection<Site> sites) {
        Map<List<Object>, Site> rules = new LinkedHashMap<>();
        sites.forEach(site -> rules.putIfAbsent(List.of(site.calendar(), site.policy()), site));
        return List.copyOf(rules.values());
    }

    /** @param free it serves the next at this moment at the latest */
    record Course(Instant free, List<Step> steps) {
        Course {
            steps = List.copyOf(steps);
        }

        private Course then(Instant later, Step step) {
            List<Step> all = new ArrayList<>(steps);
            all.add(step);
            return new Course(later, all);
        }
    }

    /** Empty when nobody can say. */
    Optional<Course> first() {
        return switch (item.state()) {
            case ItemState.OnShelf s -> Optional.of(began("on-shelf", now, own(), Map.of()));
            case ItemState.InQuarantine rest -> Optional.of(rests(rest));
            case ItemState.Held kept -> kept(kept.claim());
            case ItemState.InCompartment kept -> kept(kept.claim());
            case ItemState.OnLoan lent ->
                Optional.ofNullable(known.loans().get(item.barcode())).flatMap(this::lent);
            case ItemState.Uncertain lost -> Optional.empty();
        };
    }

    /** The same copy after one of those in front has had it. */
    Course again(Course course) {
        return new Course(latest(course.free(), takers), course.steps());
    }

    /** A course after {@link #again}, with a word for those who had it. */
    Course told(Course course, int times) {
        Site last = takers.stream()
                .max(Comparator.comparing(site -> site.policy().loanDays()))
                .orElseGet(this::own);
        Map<String, String> policy = last.policy()
                .quote(Key.PICKUP_DAYS, Key.LOAN_DAYS, Key.RENEW_IN_DEMAND, Key.RETURN_DAYS, Key.QUARANTINE_DAYS);
        return course.then(course.free(), step("ahead", Integer.toString(times), course.free(), own(), policy));
    }

    Course takenBefore(Instant awake, Course first) {
        Instant back = latest(awake, everywhere);
        Instant free = back.isAfter(first.free()) ? back : first.free();
        return first.then(free, step("suspended", "", free, own(), Map.of()));
    }

    Site site(String branch) {
        return Expecting.site(known.queue(), branch);
    }

    private Site own() {
        return Optional.ofNullable(known.queue().sites().get(item.branch())).orElse(resting);
    }

    /** When it is free again, having become free at that moment for somebody who collects at one of these branches. */
    private Instant latest(Instant free, List<Site> sites) {
        return sites.stream()
                .map(site -> {
                    LocalDate last = ExpectingDays.lastDay(ExpectingDays.prepared(free, site), site);
                    return lentOrLeft(last, site);
                })
                .max(Comparator.naturalOrder())
                .orElse(free);
    }

    /** Collected on its last day and read to the end, or not collected and taken out: whichever takes longer. */
    private Instant lentOrLeft(LocalDate last, Site site) {
        Instant back = rested(site.calendar().endOf(ExpectingDays.due(last, site)));
        Instant left = ExpectingDays.takenOut(site.calendar().endOf(last), site);
        return back.isAfter(left) ? back : left;
    }

    private Instant rested(Instant dropped) {
        return dropped.plus(resting.policy().quarantine(item.material())).plus(together);
    }

    private Course rests(ItemState.InQuarantine rest) {
        Instant own = rest.until().isAfter(now) ? rest.until() : now;
        Course alone = began("quarantine", own, own(), quarantine(resting.policy()));
        return switch (rest.batch().map(known.batches()::get).orElse(null)) {
            // It may be sealed at the last moment, with what has dropped just before.
            case Batch.Open b -> inBin(alone, later(own.plus(together), b.until()));
            case Batch.Sealed b -> inBin(alone, later(own, b.until()));
            case Batch.Quarantined b -> inBin(alone, later(own, b.until()));
            case Batch.Released b -> alone;
            case Batch.Emptied b -> alone;
            case null -> rest.batch().isPresent() ? inBin(alone, own.plus(together)) : alone;
        };
    }

    private Course inBin(Course alone, Instant until) {
        return until.isAfter(alone.free())
                ? alone.then(until, step("bin", "", until, own(), quarantine(resting.policy())))
                : alone;
    }

    private Optional<Course> kept(HoldId claim) {
        return switch (known.holds().get(claim)) {
            case Hold.UnderReview h -> Optional.of(waitsToBeRead(preparedBy(h.since(), h), Optional.empty(), h));
            case Hold.Confirmed h -> Optional.of(waitsToBeRead(preparedBy(h.at(), h), Optional.of(h.lastDay()), h));
            case Hold.Prepared h -> Optional.of(waitsToBeRead(preparedBy(h.at(), h), Optional.of(h.lastDay()), h));
            case Hold.Ready h -> Optional.of(read(h.lastDay(), h));
            case Hold.OnHoldShelf h -> Optional.of(read(h.lastDay(), h));
            case Hold.Fulfilled h -> Optional.of(left(h.at(), h));
            case Hold.Rejected h -> Optional.of(left(h.at(), h));
            case Hold.Cancelled h -> Optional.of(left(h.at(), h));
            case Hold.Expired h -> Optional.of(left(h.at(), h));
            // Kept for somebody who waits: something is odd, and staff will find out what.
            case Hold.Queued h -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private Instant preparedBy(Instant since, Hold hold) {
        return later(now, ExpectingDays.prepared(since, site(hold.facts().pickupBranch())));
    }

    /** @param lastDay as it stands, once it is confirmed */
    private Course waitsToBeRead(Instant prepared, Optional<Optional<LocalDate>> lastDay, Hold hold) {
        Site site = site(hold.facts().pickupBranch());
        LocalDate last = lastDay.map(day -> ExpectingDays.lastDay(day, prepared, site))
                .orElseGet(() -> ExpectingDays.lastDay(prepared, site));
        return read(last, site);
    }

    private Course read(LocalDate lastDay, Hold hold) {
        Site site = site(hold.facts().pickupBranch());
        LocalDate today = site.calendar().dayOf(now);
        LocalDate last = ExpectingDays.withAppointment(lastDay, site);
        return read(last.isBefore(today) ? today : last, site);
    }

    private Course read(LocalDate last, Site site) {
        Course kept = began(
                "kept",
                site.calendar().at(last, LocalTime.MIDNIGHT),
                site,
                site.policy().quote(Key.PICKUP_DAYS, Key.PICKUP_DAYS_COUNT, Key.PICKUP_COUNTS_FROM, Key.APPOINTMENTS));
        Course read = returned(kept, "on-loan", ExpectingDays.due(last, site), site);
        Instant left = ExpectingDays.takenOut(site.calendar().endOf(last), site);
        return left.isAfter(read.free())
                ? kept.then(
                        left, step("clear-out", "", left, site, site.policy().quote(Key.OUTCOME_FROM)))
                : read;
    }

    /** Left in a compartment when its hold was over. */
    private Course left(Instant over, Hold hold) {
        Site site = site(hold.facts().pickupBranch());
        Instant out = later(now, ExpectingDays.takenOut(over, site));
        return began("clear-out", out, site, site.policy().quote(Key.OUTCOME_FROM));
    }

    private Optional<Course> lent(Loan loan) {
        return switch (loan) {
            case Loan.Running running -> Optional.of(runs(running));
            // Staff find it, or do not.
            case Loan.ClaimedReturned claimed -> Optional.empty();
            case Loan.Ended ended -> Optional.empty();
        };
    }

    private Course runs(Loan.Running loan) {
        Site site = site(loan.facts().branch());
        LocalDate today = site.calendar().dayOf(now);
        boolean late = today.isAfter(loan.due());
        Course course = began(
                late ? "overdue" : "on-loan",
                site.calendar().at(loan.due(), LocalTime.MIDNIGHT),
                site,
                site.policy().quote(Key.LOAN_DAYS));
        // Asked in time, it may be granted late.
        boolean renewable =
                site.policy().renewedInDemand() && (!late || loan.asked().isPresent());
        int renewals = Math.max(0, site.policy().renewals() - loan.renewals());
        if (!renewable || renewals == 0) {
            return returned(course, "return-day", loan.due(), site);
        }
        LocalDate due = ExpectingDays.renewed(loan.due(), renewals, site);
        Map<String, String> policy = site.policy().quote(Key.RENEWALS, Key.RENEWAL_DAYS, Key.RENEW_IN_DEMAND);
        Course renewed = course.then(course.free(), new Step("renewals", Integer.toString(renewals), due, policy));
        return returned(renewed, "return-day", due, site);
    }

    /** Brought back on the due date, or the first day on which it can be, and rested. */
    private Course returned(Course before, String code, LocalDate due, Site site) {
        LocalDate day = ExpectingDays.returned(due, site, now);
        Instant dropped = site.calendar().endOf(day);
        Map<String, String> returns = code.equals("on-loan")
                ? site.policy().quote(Key.LOAN_DAYS, Key.RETURN_DAYS)
                : site.policy().quote(Key.RETURN_DAYS, Key.RETURN_FROM, Key.RETURN_UNTIL);
        Course back = before.then(dropped, new Step(code, item.barcode().value(), day, returns));
        Instant alone = dropped.plus(resting.policy().quarantine(item.material()));
        Course rested = alone.isAfter(dropped)
                ? back.then(alone, step("quarantine", "", alone, site, quarantine(resting.policy())))
                : back;
        return together.isZero()
                ? rested
                : rested.then(
                        alone.plus(together),
                        step("bin", "", alone.plus(together), site, quarantine(resting.policy())));
    }

    private Course began(String code, Instant free, Site site, Map<String, String> policy) {
        return new Course(free, List.of(step(code, item.barcode().value(), free, site, policy)));
    }

    private static Step step(String code, String detail, Instant free, Site site, Map<String, String> policy) {
        return new Step(code, detail, site.calendar().dayOf(free), policy);
    }

    private static Map<String, String> quarantine(Policy policy) {
        return policy.quote(Key.QUARANTINE_DAYS, Key.QUARANTINE_BY_MATERIAL);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
