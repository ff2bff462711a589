package foyer.server.circulation.property;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.Appointment;
import foyer.server.circulation.AppointmentId;
import foyer.server.circulation.Batch;
import foyer.server.circulation.Batches;
import foyer.server.circulation.By;
import foyer.server.circulation.Change;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Happened;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Lending;
import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Place;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Renewing;
import foyer.server.circulation.Site;
import foyer.server.circulation.StationFacts;
import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.policy.Key;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import foyer.station.StationEvent;
import foyer.station.StationId;
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
 * days, returns by the due date; some at the very last moment, others at any before it.
 */
final class PunctualYear {
    private final Library library;
    private final TimeWork time;
    private final SplittableRandom random;
    /** Of a hundred deadlines, how many are kept at the last moment. */
    private final int lastMoments;

    private final Consumer<Change> watcher;
    private final Map<String, Instant> planned = new HashMap<>();
    private final Map<HoldId, Instant> preparedBy = new HashMap<>();
    private Instant now;
    private Instant nextWish;

    PunctualYear(World world, SplittableRandom random, int lastMoments, Consumer<Change> watcher) {
        this.library = new Library(world, Fault.NONE);
        this.time = new TimeWork(library);
        this.random = random;
        this.lastMoments = lastMoments;
        this.watcher = watcher;
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
            apply(due.get().changes());
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
            case Hold.UnderReview h -> Optional.of(new Act(by(prepared(h, h.since()), key), key, () -> reviewed(h)));
            case Hold.Confirmed h -> Optional.of(new Act(by(prepared(h, h.at()), key), key, () -> ready(h)));
            case Hold.Prepared h -> Optional.of(new Act(by(prepared(h, h.at()), key), key, () -> ready(h)));
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

    private void reviewed(Hold hold) {
        String network = hold.facts().network();
        boolean no = random.nextInt(20) == 0;
        decided(Handling.decide(
                no ? new Handling.Command.Reject(network, "no", false) : new Handling.Command.Confirm(network),
                library.handling(hold),
                now));
    }

    private void ready(Hold hold) {
        StationId station = library.world().stations().get(hold.facts().pickupBranch());
        List<CompartmentId> doors = station == null ? List.of() : library.empty(station);
        if (station == null || doors.isEmpty() || random.nextBoolean()) {
            decided(Handling.decide(new Handling.Command.Shelve(hold.facts().network()), library.handling(hold), now));
            return;
        }
        Purpose load = new Purpose.Load(
                hold.preparedAs().orElseThrow(),
                hold.id(),
                hold.item().orElseThrow(),
                library.world().staffOf(hold.facts().network()));
        happened(station, new StationEvent.DoorConfirmed(intent(), doors.getFirst(), load));
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

    /** The last slot there is, or else it is collected without. */
    private void agree(Hold hold, Site site) {
        LocalDate today = site.calendar().dayOf(now);
        for (int ahead = site.policy().number(Key.SLOT_DAYS_AHEAD); ahead >= 0; ahead--) {
            for (Slot slot : site.calendar()
                    .slots(today.plusDays(ahead), site.policy().slot())
                    .reversed()) {
                Outcome outcome = Appointing.decide(
                        new Appointing.Command.Agree(
                                new AppointmentId(library.fresh("appointment-")),
                                hold.facts().patron(),
                                slot,
                                new By.Reader(hold.facts().patron())),
                        site.network(),
                        library.appointing(hold.facts().patron(), site.branch(), slot),
                        now);
                if (outcome instanceof Outcome.Done) {
                    decided(outcome);
                    return;
                }
            }
        }
        collect(hold, site);
    }

    private void collect(Hold hold, Site site) {
        if (hold instanceof Hold.Ready ready) {
            Purpose pickup = new Purpose.Pickup(ready.order(), hold.facts().patron(), List.of(hold.id()));
            Place place = ready.place();
            happened(place.station(), new StationEvent.DoorOpened(intent(), place.compartment(), pickup, false));
            return;
        }
        ItemBarcode item = hold.item().orElseThrow();
        decided(Lending.decide(
                new Lending.Command.CheckOut(
                        item, hold.facts().patron(), site.network(), new LoanId(library.fresh("loan-"))),
                new Lending.Known(
                        site,
                        library.item(item),
                        Optional.of(hold),
                        library.lent(item),
                        library.queue(hold.facts().title()),
                        Optional.of(library.standing(hold.facts().patron())),
                        library.agreed(hold.facts().patron(), site.branch())),
                now));
        // With too many loans already, it stays on the hold shelf until it expires.
        planned.put(hold.id().value() + " " + hold.state() + true, Instant.MAX);
        planned.put(hold.id().value() + " " + hold.state() + false, Instant.MAX);
    }

    private Act ofLoan(Loan.Running loan) {
        Site site = library.world().site(loan.facts().branch());
        String key = loan.id().value() + " " + loan.renewals();
        Instant end = site.calendar().endOf(loan.due()).minusMillis(1);
        return new Act(by(end, key), key, () -> renewOrReturn(loan, site));
    }

    private void renewOrReturn(Loan.Running loan, Site site) {
        Item item = library.item(loan.facts().item()).orElseThrow();
        boolean demand = library.queue(item.title()).wants(item);
        Outcome asked = Renewing.decide(
                new Renewing.Command.Ask(loan.facts().patron()), new Renewing.Known(loan, site, demand), now);
        if (asked instanceof Outcome.Done && random.nextInt(3) > 0) {
            decided(asked);
            library.openLoan(item.barcode()).ifPresent(now2 -> {
                if (now2 instanceof Loan.Running running && running.asked().isPresent()) {
                    decided(Renewing.decide(
                            new Renewing.Command.Renew(site.network()),
                            new Renewing.Known(running, site, demand),
                            now));
                }
            });
            return;
        }
        List<String> branches = library.world().branches(site.network());
        String where = branches.get(random.nextInt(branches.size()));
        StationId station = library.world().stations().get(where);
        if (station != null && random.nextInt(3) > 0) {
            BinId bin = World.BINS.get(random.nextInt(World.BINS.size()));
            happened(station, new StationEvent.ReturnReceived(intent(), bin, item.barcode()));
            return;
        }
        decided(Lending.decide(
                new Lending.Command.CheckIn(item.barcode(), site.network()),
                new Lending.Known(
                        library.world().site(where),
                        Optional.of(item),
                        Optional.empty(),
                        library.lent(item.barcode()),
                        library.queue(item.title()),
                        Optional.empty(),
                        Optional.empty()),
                now));
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
            Purpose look = new Purpose.Inspect(library.world().staffOf(site.network()));
            return new Act(
                    by(end, key),
                    key,
                    () -> happened(
                            in.place().station(),
                            new StationEvent.DoorConfirmed(intent(), in.place().compartment(), look)));
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
        return Optional.of(new Act(
                by(first, key),
                key,
                () -> decided(Batches.decide(
                        random.nextBoolean() ? Batches.Command.SEAL : Batches.Command.TAKE_OUT,
                        library.batch(library.batch(open.id()).orElseThrow()),
                        now))));
    }

    /** Somebody comes and wants something, or does not any more. */
    private void wish() {
        nextWish = now.plusSeconds(1 + random.nextLong(20 * 3600));
        switch (random.nextInt(12)) {
            case 0 ->
                any(library.openHolds())
                        .ifPresent(hold -> decided(Handling.decide(
                                new Handling.Command.Cancel(
                                        new By.Reader(hold.facts().patron()), ""),
                                library.handling(hold),
                                now)));
            case 1 ->
                any(library.openHolds())
                        .ifPresent(hold -> decided(Handling.decide(
                                new Handling.Command.Suspend(
                                        new By.Reader(hold.facts().patron()),
                                        "",
                                        Optional.of(library.world()
                                                .site(hold.facts().pickupBranch())
                                                .calendar()
                                                .dayOf(now)
                                                .plusDays(1 + random.nextInt(30)))),
                                library.handling(hold),
                                now)));
            default -> place();
        }
    }

    private void place() {
        var patron = library.patrons().get(random.nextInt(library.patrons().size()));
        List<String> titles = library.world().titles(patron.network());
        // Few titles are wanted by many.
        String title = titles.get(Math.min(random.nextInt(titles.size()), random.nextInt(titles.size())));
        Optional<ItemBarcode> item =
                random.nextInt(3) == 0 ? any(library.copies(title)).map(Item::barcode) : Optional.empty();
        List<String> branches = library.world().branches(patron.network());
        Placing.Command command = new Placing.Command(
                new HoldId(library.fresh("hold-")),
                patron.id(),
                title,
                item,
                branches.get(random.nextInt(branches.size())),
                Optional.empty());
        decided(Placing.decide(command, library.placing(command), now));
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private IntentId intent() {
        return new IntentId(library.fresh("intent-"));
    }

    private void happened(StationId station, StationEvent event) {
        apply(StationFacts.decide(new Happened(station, now, event, library.happened(station, event))));
    }

    private void decided(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            apply(done.changes());
        }
    }

    private void apply(List<Change> changes) {
        changes.forEach(change -> {
            library.apply(change);
            watcher.accept(change);
        });
    }
}
