package foyer.server.circulation.property;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.Appointment;
import foyer.server.circulation.AppointmentId;
import foyer.server.circulation.Batch;
import foyer.server.circulation.BatchId;
import foyer.server.circulation.Batches;
import foyer.server.circulation.Change;
import foyer.server.circulation.Expecting;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Happened;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Lent;
import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Place;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Queue;
import foyer.server.circulation.Site;
import foyer.server.circulation.Standing;
import foyer.server.circulation.calendar.Slot;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.StationEvent;
import foyer.station.StationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Circulation's state as maps, which changes alone change: the ledger without a disk. */
public final class Library {
    private final World world;
    private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
    private final Map<HoldId, Hold> open = new LinkedHashMap<>();
    private final Map<String, Map<HoldId, Hold.Queued>> waiting = new HashMap<>();
    private final Map<ItemBarcode, Item> items = new LinkedHashMap<>();
    private final Map<LoanId, Loan> loans = new LinkedHashMap<>();
    private final Map<ItemBarcode, Loan> lent = new LinkedHashMap<>();
    private final Map<LoanId, Fine> fines = new LinkedHashMap<>();
    private final Map<BatchId, Batch> batches = new LinkedHashMap<>();
    private final Map<AppointmentId, Appointment> appointments = new LinkedHashMap<>();
    private final Map<PatronId, Patron> patrons = new LinkedHashMap<>();
    private final Fault fault;
    private int made;

    public Library(World world, Fault fault) {
        this.world = world;
        this.fault = fault;
        world.items().forEach(item -> items.put(item.barcode(), item));
        world.patrons().forEach(patron -> patrons.put(patron.id(), patron));
    }

    /** An id that was not given out before. */
    public String fresh(String kind) {
        made++;
        return kind + made;
    }

    public void apply(Change change) {
        fault.change(change).forEach(this::become);
    }

    private void become(Change change) {
        switch (change) {
            case Change.HoldPlaced c -> put(c.hold());
            case Change.HoldBecame c -> put(c.hold());
            case Change.ItemBecame c ->
                items.computeIfPresent(
                        c.item(),
                        (barcode, was) ->
                                new Item(barcode, was.title(), was.branch(), was.network(), was.material(), c.state()));
            case Change.LoanBegun c -> put(c.loan());
            case Change.LoanBecame c -> put(c.loan());
            case Change.LoanEnded c -> put(c.loan());
            case Change.FineBecame c -> fines.put(c.fine().facts().loan(), c.fine());
            case Change.BatchBecame c -> batches.put(c.batch().id(), c.batch());
            case Change.Dropped c -> {}
            case Change.AppointmentBecame c -> appointments.put(c.appointment().id(), c.appointment());
            case Change.LockBecame c ->
                patrons.computeIfPresent(
                        c.patron(),
                        (id, was) -> new Patron(id, was.network(), was.branch(), c.lock(), was.cardExpires()));
            case Change.DiscrepancyRaised c -> {}
            case Change.DoorSettled c -> {}
            case Change.HealthSettled c -> {}
        }
    }

    private void put(Hold hold) {
        holds.put(hold.id(), hold);
        Map<HoldId, Hold.Queued> queue = waiting.computeIfAbsent(hold.facts().title(), title -> new LinkedHashMap<>());
        if (hold instanceof Hold.Queued queued) {
            queue.put(hold.id(), queued);
        } else {
            queue.remove(hold.id());
        }
        if (hold.open()) {
            open.put(hold.id(), hold);
        } else {
            open.remove(hold.id());
        }
    }

    private void put(Loan loan) {
        loans.put(loan.id(), loan);
        if (loan instanceof Loan.Ended) {
            lent.remove(loan.facts().item());
        } else {
            lent.put(loan.facts().item(), loan);
        }
    }

    public World world() {
        return world;
    }

    public List<Hold> holds() {
        return List.copyOf(holds.values());
    }

    public List<Hold> openHolds() {
        return List.copyOf(open.values());
    }

    public Optional<Hold> hold(HoldId id) {
        return Optional.ofNullable(holds.get(id));
    }

    public List<Item> items() {
        return List.copyOf(items.values());
    }

    public Optional<Item> item(ItemBarcode barcode) {
        return Optional.ofNullable(items.get(barcode));
    }

    public List<Loan> loans() {
        return List.copyOf(loans.values());
    }

    public List<Loan> openLoans() {
        return List.copyOf(lent.values());
    }

    public Optional<Loan> openLoan(ItemBarcode item) {
        return Optional.ofNullable(lent.get(item));
    }

    /** The same with the rules of the branch it was lent at. */
    public Optional<Lent> lent(ItemBarcode item) {
        return openLoan(item).map(loan -> new Lent(loan, world.site(loan.facts().branch())));
    }

    public List<Fine> fines() {
        return List.copyOf(fines.values());
    }

    public List<Batch> batches() {
        return List.copyOf(batches.values());
    }

    public List<Patron> patrons() {
        return List.copyOf(patrons.values());
    }

    public List<Appointment.Agreed> agreed() {
        return appointments.values().stream()
                .flatMap(one -> one instanceof Appointment.Agreed agreed ? Stream.of(agreed) : Stream.empty())
                .toList();
    }

    public Optional<Appointment.Agreed> agreed(PatronId patron, String branch) {
        return agreed().stream()
                .filter(one -> one.facts().patron().equals(patron)
                        && one.facts().branch().equals(branch))
                .findFirst();
    }

    public List<Hold.Queued> waiting(String title) {
        return List.copyOf(waiting.getOrDefault(title, Map.of()).values());
    }

    public Queue queue(String title) {
        return fault.queue(new Queue(waiting(title), world.sites(), this::order));
    }

    public Queue queueWithout(Hold hold) {
        return fault.queue(new Queue(
                waiting(hold.facts().title()).stream()
                        .filter(other -> !other.id().equals(hold.id()))
                        .toList(),
                world.sites(),
                this::order));
    }

    private OrderId order(Hold.Facts facts) {
        return openHolds().stream()
                .filter(hold -> hold.facts().patron().equals(facts.patron())
                        && hold.facts().pickupBranch().equals(facts.pickupBranch()))
                .flatMap(hold -> hold.preparedAs().stream())
                .findFirst()
                .orElseGet(() -> new OrderId(fresh("order-")));
    }

    public Standing standing(PatronId patron) {
        return new Standing(
                Optional.ofNullable(patrons.get(patron)).orElseThrow(),
                openLoans().stream()
                        .filter(loan -> loan.facts().patron().equals(patron))
                        .toList(),
                fines.values().stream()
                        .filter(fine -> fine.facts().patron().equals(patron))
                        .flatMap(fine -> fine instanceof Fine.Owed owed ? Stream.of(owed) : Stream.empty())
                        .toList());
    }

    public List<Hold> openHolds(PatronId patron) {
        return openHolds().stream()
                .filter(hold -> hold.facts().patron().equals(patron))
                .toList();
    }

    public Placing.Known placing(Placing.Command command) {
        return fault.placing(new Placing.Known(
                standing(command.patron()),
                items.values().stream()
                        .filter(item -> item.title().equals(command.title()))
                        .map(Item::network)
                        .findFirst(),
                Optional.ofNullable(world.sites().get(command.pickupBranch())),
                copies(command.title()),
                openHolds(command.patron()),
                queue(command.title())));
    }

    public List<Item> copies(String title) {
        return items.values().stream()
                .filter(item -> item.title().equals(title))
                .toList();
    }

    public Handling.Known handling(Hold hold) {
        return new Handling.Known(
                hold, hold.item().flatMap(this::item), world.site(hold.facts().pickupBranch()), queueWithout(hold));
    }

    public Batches.Known batch(Batch batch) {
        return new Batches.Known(
                batch,
                items.values().stream()
                        .filter(item -> item.state() instanceof ItemState.InQuarantine rest
                                && rest.batch().equals(Optional.of(batch.id())))
                        .map(item -> new Batches.Resting(item, queue(item.title())))
                        .toList());
    }

    /** The batch that takes returns, or else the last that was sealed in the bin. */
    public Optional<Batch> inBin(StationId station, BinId bin) {
        List<Batch> there = batches.values().stream()
                .filter(batch -> batch.facts().station().equals(station)
                        && batch.facts().bin().equals(bin))
                .toList();
        return there.stream().filter(Batch.Open.class::isInstance).findFirst().or(() -> there.reversed().stream()
                .filter(Batch.Sealed.class::isInstance)
                .findFirst());
    }

    public Optional<Batch> batch(BatchId id) {
        return Optional.ofNullable(batches.get(id));
    }

    /** What a station's fact names, as the server looks it up. */
    public Happened.Known happened(StationId station, StationEvent event) {
        Site site = world.site(world.branchOf(station));
        Mention mention = Mention.of(event);
        Map<HoldId, Hold> named = new HashMap<>();
        Map<ItemBarcode, Item> things = new HashMap<>();
        Facts.holds(event).forEach(id -> hold(id).ifPresent(hold -> {
            named.put(id, hold);
            hold.item().flatMap(this::item).ifPresent(item -> things.put(item.barcode(), item));
        }));
        mention.item().flatMap(this::item).ifPresent(item -> things.put(item.barcode(), item));
        Facts.opened(event)
                .ifPresent(door -> behind(new Place(station, door)).forEach(item -> things.put(item.barcode(), item)));
        for (Item item : List.copyOf(things.values())) {
            item.state().hold().flatMap(this::hold).ifPresent(hold -> named.putIfAbsent(hold.id(), hold));
        }
        Map<ItemBarcode, Lent> borrowed = new HashMap<>();
        Map<String, Queue> queues = new HashMap<>();
        things.values().forEach(item -> {
            lent(item.barcode()).ifPresent(loan -> borrowed.put(item.barcode(), loan));
            queues.put(item.title(), queue(item.title()));
        });
        return new Happened.Known(
                site,
                named,
                things,
                borrowed,
                queues,
                mention.bin().flatMap(bin -> inBin(station, bin)).map(this::batch),
                new BatchId(fresh("batch-")),
                mention.patron().flatMap(patron -> agreed(patron, site.branch())));
    }

    public List<Item> behind(Place place) {
        return items.values().stream()
                .filter(item -> switch (item.state()) {
                    case ItemState.InCompartment in -> in.place().equals(place);
                    case ItemState.Uncertain lost -> lost.place().equals(Optional.of(place));
                    case ItemState.OnShelf s -> false;
                    case ItemState.Held s -> false;
                    case ItemState.OnLoan s -> false;
                    case ItemState.InQuarantine s -> false;
                })
                .toList();
    }

    public Appointing.Known appointing(PatronId patron, String branch, Slot slot) {
        Site site = world.site(branch);
        LocalDate day = site.calendar().dayOf(slot.from());
        List<Appointment.Agreed> others = agreed().stream()
                .filter(one -> !one.facts().patron().equals(patron))
                .filter(one -> one.facts().branch().equals(branch))
                .toList();
        List<Appointing.Free> free = new ArrayList<>(world.doors(branch));
        free.removeIf(door -> !behind(door.place()).isEmpty()
                || others.stream()
                        .anyMatch(one -> one.reserved().equals(Optional.of(door.place()))
                                && site.calendar().dayOf(one.slot().from()).equals(day)));
        return new Appointing.Known(
                site,
                agreed(patron, branch),
                Math.toIntExact(others.stream()
                        .filter(one -> one.slot().from().equals(slot.from()))
                        .count()),
                Math.toIntExact(openHolds(patron).stream()
                        .filter(hold -> hold.facts().pickupBranch().equals(branch))
                        .count()),
                false,
                !world.doors(branch).isEmpty(),
                free);
    }

    /** What the expected day of this title's holds is drawn from. */
    public Expecting.Known expecting(String title) {
        Map<ItemBarcode, Loan> running = new HashMap<>();
        Map<HoldId, Hold> keeping = new HashMap<>();
        Map<BatchId, Batch> resting = new HashMap<>();
        for (Item copy : copies(title)) {
            openLoan(copy.barcode()).ifPresent(loan -> running.put(copy.barcode(), loan));
            copy.state().hold().flatMap(this::hold).ifPresent(hold -> keeping.put(hold.id(), hold));
            if (copy.state() instanceof ItemState.InQuarantine rest) {
                rest.batch().flatMap(this::batch).ifPresent(batch -> resting.put(batch.id(), batch));
            }
        }
        return new Expecting.Known(queue(title), copies(title), running, keeping, resting);
    }

    public List<CompartmentId> empty(StationId station) {
        return world.doors(world.branchOf(station)).stream()
                .filter(door -> behind(door.place()).isEmpty())
                .map(door -> door.place().compartment())
                .toList();
    }
}
