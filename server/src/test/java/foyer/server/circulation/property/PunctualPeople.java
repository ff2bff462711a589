package foyer.server.circulation.property;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.AppointmentId;
import foyer.server.circulation.Batch;
import foyer.server.circulation.Batches;
import foyer.server.circulation.By;
import foyer.server.circulation.Change;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Happened;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
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
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What patrons and staff do in a {@link PunctualYear}, each by the desk's or the door's own decision. */
final class PunctualPeople {
    private final Library library;
    private final SplittableRandom random;
    private final Consumer<Change> watcher;

    /** @param random the year's own, so that a seed tells all of it */
    PunctualPeople(Library library, SplittableRandom random, Consumer<Change> watcher) {
        this.library = library;
        this.random = random;
        this.watcher = watcher;
    }

    /** One in twenty is rejected. */
    void review(Hold hold, Instant now) {
        String network = hold.facts().network();
        boolean no = random.nextInt(20) == 0;
        decided(Handling.decide(
                no ? new Handling.Command.Reject(network, "no", false) : new Handling.Command.Confirm(network),
                library.handling(hold),
                now));
    }

    /** Into a compartment, or onto the desk's hold shelf. */
    void makeReady(Hold hold, Instant now) {
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
        happened(station, new StationEvent.DoorConfirmed(intent(), doors.getFirst(), load), now);
    }

    /** On the last slot there is; says whether there was one. */
    boolean agree(Hold hold, Site site, Instant now) {
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
                    return true;
                }
            }
        }
        return false;
    }

    void collect(Hold hold, Site site, Instant now) {
        if (hold instanceof Hold.Ready ready) {
            Purpose pickup = new Purpose.Pickup(ready.order(), hold.facts().patron(), List.of(hold.id()));
            Place place = ready.place();
            happened(place.station(), new StationEvent.DoorOpened(intent(), place.compartment(), pickup, false), now);
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
    }

    void renewOrReturn(Loan.Running loan, Site site, Instant now) {
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
            happened(station, new StationEvent.ReturnReceived(intent(), bin, item.barcode()), now);
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

    /** Staff look into a compartment whose hold is over. */
    void lookInto(Place place, Site site, Instant now) {
        Purpose look = new Purpose.Inspect(library.world().staffOf(site.network()));
        happened(place.station(), new StationEvent.DoorConfirmed(intent(), place.compartment(), look), now);
    }

    /** Staff close a batch, or take out of the bin what rests in it. */
    void takeAway(Batch.Open open, Instant now) {
        decided(Batches.decide(
                random.nextBoolean() ? Batches.Command.SEAL : Batches.Command.TAKE_OUT,
                library.batch(library.batch(open.id()).orElseThrow()),
                now));
    }

    /** Somebody comes and wants something, or does not any more. */
    void wish(Instant now) {
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
            default -> place(now);
        }
    }

    private void place(Instant now) {
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

    private void happened(StationId station, StationEvent event, Instant now) {
        apply(StationFacts.decide(new Happened(station, now, event, library.happened(station, event))));
    }

    private void decided(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            apply(done.changes());
        }
    }

    /** What was decided, also by the time alone. */
    void apply(List<Change> changes) {
        changes.forEach(change -> {
            library.apply(change);
            watcher.accept(change);
        });
    }
}
