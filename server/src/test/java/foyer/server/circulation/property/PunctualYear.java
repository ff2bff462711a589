package foyer.server.circulation.property;

import foyer.server.circulation.Appointment;
import foyer.server.circulation.Batch;
import foyer.server.circulation.Batches;
import foyer.server.circulation.Change;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Loan;
import foyer.server.circulation.Site;
import foyer.station.HoldId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A year in which everybody acts as the rules permit: staff by the next working day's outcome time, patrons on their
 * days, returns by the due date; some at the very last moment, others at any before it. Here is planned who does
 * something when; {@link PunctualPeople} do it.
 */
final class PunctualYear {
    private final Library library;
    private final TimeWork time;
    private final PunctualPeople people;
    private final SplittableRandom random;
    /** Of a hundred deadlines, how many are kept at the last moment. */
    private final int lastMoments;

    private final Map<String, Instant> planned = new HashMap<>();
    private final Map<HoldId, Instant> preparedBy = new HashMap<>();
    private Instant now;
    private Instant nextWish;

    PunctualYear(World world, SplittableRandom random, int lastMoments, Consumer<Change> watcher) {
        this.library = new Library(world, Fault.NONE);
        this.time = new TimeWork(library);
        this.random = random;
        this.lastMoments = lastMoments;
        this.people = new PunctualPeople(library, random, watcher);
        this.now = world.begins();
        this.nextWish = now;
    }

    Library library() {
        return library;
    }

    Instant now() {
        return now;
    }

    /** What somebody will do, and when. */
    private record Act(Instant at, String key, Runnable what) {
        static final Comparator<Act> ORDER = Comparator.comparing(Act::at).thenComparing(Act::key);
    }

    /** Lives on until that moment. */
    void live(Instant until) {
        settle();
        while (now.isBefore(until)) {
            Act act = acts().stream()
                    .min(Act.ORDER)
                    .filter(next -> !next.at().isAfter(until))
                    .orElse(new Act(until, "", () -> {}));
            now = act.at().isAfter(now) ? act.at() : now;
            settle();
            act.what().run();
            settle();
        }
    }

    private void settle() {
        Optional<TimeWork.Due> due = time.next(now);
        while (due.isPresent()) {
            people.apply(due.get().changes());
            due = time.next(now);
        }
    }

    private List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        time.after(now).ifPresent(at -> acts.add(new Act(at, "", () -> {})));
        acts.add(new Act(nextWish, "wish", this::wish));
        library.openHolds().forEach(hold -> ofHold(hold).ifPresent(acts::add));
        library.openLoans().forEach(loan -> {
            if (loan instanceof Loan.Running running) {
                acts.add(ofLoan(running));
            }
        });
        library.items().forEach(item -> cleared(item).ifPresent(acts::add));
        library.batches().forEach(batch -> {
            if (batch instanceof Batch.Open open) {
                sealed(open).ifPresent(acts::add);
            }
        });
        return acts;
    }

    /** The same moment as long as the key is asked for: nobody changes a plan. */
    private Instant by(Instant deadline, String key) {
        return planned.computeIfAbsent(key, one -> {
            long left = Math.max(0, deadline.toEpochMilli() - now.toEpochMilli());
            return random.nextInt(100) < lastMoments ? now.plusMillis(left) : now.plusMillis(random.nextLong(left + 1));
        });
    }

    private Optional<Act> ofHold(Hold hold) {
        String key = hold.id().value() + " " + hold.state();
        return switch (hold) {
            case Hold.UnderReview h ->
                Optional.of(new Act(by(prepared(h, h.since()), key), key, () -> people.review(h, now)));
            case Hold.Confirmed h ->
                Optional.of(new Act(by(prepared(h, h.at()), key), key, () -> people.makeReady(h, now)));
            case Hold.Prepared h ->
                Optional.of(new Act(by(prepared(h, h.at()), key), key, () -> people.makeReady(h, now)));
            case Hold.Ready h -> collects(h, h.lastDay(), key);
            case Hold.OnHoldShelf h -> collects(h, h.lastDay(), key);
            case Hold.Queued h -> Optional.empty();
            case Hold.Fulfilled h -> Optional.empty();
            case Hold.Rejected h -> Optional.empty();
            case Hold.Cancelled h -> Optional.empty();
            case Hold.Expired h -> Optional.empty();
        };
    }

    /** Set once, when the copy was promised: who confirms late in time has not gained another day to prepare. */
    private Instant prepared(Hold hold, Instant promised) {
        return preparedBy.computeIfAbsent(hold.id(), id -> {
            Site site = library.world().site(hold.facts().pickupBranch());
            if (site.policy().reviewRequired()) {
                return site.calendar().openDayAfterAt(promised, site.policy().outcomeFrom());
            }
            LocalDate day = site.calendar().openDayFrom(site.calendar().dayOf(promised));
            LocalTime until = site.calendar().hours(day).getLast().until();
            Instant closes = until.equals(LocalTime.MIDNIGHT)
                    ? site.calendar().endOf(day)
                    : site.calendar().at(day, until);
            return closes.isAfter(promised)
                    ? closes.minusMillis(1)
                    : site.calendar()
                            .endOf(site.calendar().openDayFrom(day.plusDays(1)))
                            .minusMillis(1);
        });
    }

    private Optional<Act> collects(Hold hold, LocalDate lastDay, String key) {
        Site site = library.world().site(hold.facts().pickupBranch());
        Optional<Appointment.Agreed> agreed = library.agreed(hold.facts().patron(), site.branch());
        LocalDate last = agreed.map(one -> site.calendar().dayOf(one.slot().from()))
                .filter(day -> day.isAfter(lastDay))
                .orElse(lastDay);
        Instant end = site.calendar().endOf(last).minusMillis(1);
        if (agreed.isEmpty() && site.policy().offersAppointments()) {
            return Optional.of(new Act(by(end, key), key, () -> agree(hold, site)));
        }
        boolean comes = hold.id().value().hashCode() % 6 != 0;
        String again = key + agreed.isPresent();
        return comes ? Optional.of(new Act(by(end, again), again, () -> collect(hold, site))) : Optional.empty();
    }

    private void agree(Hold hold, Site site) {
        if (!people.agree(hold, site, now)) {
            collect(hold, site);
        }
    }

    private void collect(Hold hold, Site site) {
        people.collect(hold, site, now);
        if (hold instanceof Hold.OnHoldShelf) {
            // With too many loans already, it stays there until it expires.
            planned.put(hold.id().value() + " " + hold.state() + true, Instant.MAX);
            planned.put(hold.id().value() + " " + hold.state() + false, Instant.MAX);
        }
    }

    private Act ofLoan(Loan.Running loan) {
        Site site = library.world().site(loan.facts().branch());
        String key = loan.id().value() + " " + loan.renewals();
        Instant end = site.calendar().endOf(loan.due()).minusMillis(1);
        return new Act(by(end, key), key, () -> people.renewOrReturn(loan, site, now));
    }

    private Optional<Act> cleared(Item item) {
        if (!(item.state() instanceof ItemState.InCompartment in)) {
            return Optional.empty();
        }
        return library.hold(in.claim()).filter(hold -> !hold.open()).map(hold -> {
            Site site = library.world().site(hold.facts().pickupBranch());
            Instant over =
                    switch (hold) {
                        case Hold.Expired h -> h.at();
                        case Hold.Cancelled h -> h.at();
                        default -> now;
                    };
            String key = "clear " + hold.id();
            Instant end = site.calendar().openDayAfterAt(over, site.policy().outcomeFrom());
            return new Act(by(end, key), key, () -> people.lookInto(in.place(), site, now));
        });
    }

    /** Staff close every second batch, at the latest just before its first item would be free. */
    private Optional<Act> sealed(Batch.Open open) {
        List<Batches.Resting> resting = library.batch(open).resting();
        if (resting.isEmpty() || open.id().value().hashCode() % 2 == 0) {
            return Optional.empty();
        }
        Instant first = resting.stream()
                .map(one -> one.item().state())
                .flatMap(state -> state instanceof ItemState.InQuarantine rest
                        ? java.util.stream.Stream.of(rest.until())
                        : java.util.stream.Stream.empty())
                .min(Instant::compareTo)
                .orElseThrow()
                .minusMillis(1);
        String key = "seal " + open.id() + first;
        return Optional.of(new Act(by(first, key), key, () -> people.takeAway(open, now)));
    }

    private void wish() {
        nextWish = now.plusSeconds(1 + random.nextLong(20 * 3600));
        people.wish(now);
    }
}
