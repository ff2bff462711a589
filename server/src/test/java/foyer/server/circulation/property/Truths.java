package foyer.server.circulation.property;

import foyer.server.circulation.Change;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Loan;
import foyer.server.circulation.Queue;
import foyer.server.circulation.Site;
import foyer.server.circulation.policy.Key;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.StationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is true after every step, whatever anybody did. What is not is told, in words. */
final class Truths {
    private final Library library;
    private Map<ItemBarcode, Item> itemsBefore = Map.of();
    private Map<HoldId, Hold> openBefore = Map.of();
    private Map<ItemBarcode, Loan> loansBefore = Map.of();
    private List<String> lies = List.of();

    Truths(Library library) {
        this.library = library;
        remember();
    }

    private void remember() {
        itemsBefore = library.items().stream().collect(Collectors.toMap(Item::barcode, item -> item));
        openBefore = library.openHolds().stream().collect(Collectors.toMap(Hold::id, hold -> hold));
        loansBefore = library.openLoans().stream()
                .collect(Collectors.toMap(loan -> loan.facts().item(), loan -> loan, (a, b) -> b));
    }

    /** What is not true any more since this. */
    List<String> after(Event event) {
        lies = new ArrayList<>();
        promises();
        places();
        loans();
        appointments();
        for (Change change : event.changes()) {
            switch (change) {
                case Change.HoldPlaced placed -> {
                    limit(placed.hold());
                    served(placed.hold(), event);
                }
                case Change.HoldBecame became -> served(became.hold(), event);
                case Change.ItemBecame became -> rests(became, event);
                case Change.FineBecame became -> fine(became.fine());
                default -> {}
            }
        }
        refusal(event);
        remember();
        return lies;
    }

    private void lie(String words, Object... about) {
        lies.add(words + " " + List.of(about));
    }

    private void promises() {
        Map<ItemBarcode, Hold> promised = new HashMap<>();
        Set<String> wishes = new HashSet<>();
        for (Hold hold : library.openHolds()) {
            hold.item().ifPresent(item -> {
                Hold other = promised.put(item, hold);
                if (other != null) {
                    lie("one item is promised to two holds", other, hold);
                }
                ItemState state = library.item(item).orElseThrow().state();
                if (!state.hold().equals(Optional.of(hold.id()))) {
                    lie("an item that is kept for a hold is elsewhere", hold, state);
                }
            });
            if (!wishes.add(hold.facts().patron() + " " + hold.facts().title())) {
                lie("two open holds of one patron on one title", hold);
            }
        }
    }

    private void places() {
        for (Hold hold : library.openHolds()) {
            if (hold instanceof Hold.Ready ready) {
                ItemState state = library.item(ready.promised()).orElseThrow().state();
                boolean there =
                        switch (state) {
                            case ItemState.InCompartment in -> in.place().equals(ready.place());
                            case ItemState.Uncertain lost -> true;
                            default -> false;
                        };
                if (!there) {
                    lie("what is ready lies elsewhere", hold, state);
                }
            }
        }
        for (Item item : library.items()) {
            if (item.state() instanceof ItemState.Held held
                    && library.hold(held.claim())
                            .filter(hold -> hold.item().equals(Optional.of(item.barcode())))
                            .filter(Hold::open)
                            .isEmpty()) {
                lie("an item is kept for a hold that does not wait for it", item);
            }
        }
    }

    private void loans() {
        Map<ItemBarcode, Long> running = library.loans().stream()
                .filter(loan -> !(loan instanceof Loan.Ended))
                .collect(Collectors.groupingBy(loan -> loan.facts().item(), Collectors.counting()));
        for (Item item : library.items()) {
            long count = running.getOrDefault(item.barcode(), 0L);
            if (count > 1) {
                lie("an item is on loan twice", item);
            }
            boolean lent = item.state() instanceof ItemState.OnLoan;
            if (lent != (count == 1)) {
                lie("the item and its loans do not agree", item, count);
            }
        }
    }

    private void appointments() {
        Set<String> who = new HashSet<>();
        Set<String> where = new HashSet<>();
        library.agreed().forEach(agreed -> {
            if (!who.add(agreed.facts().patron() + " " + agreed.facts().branch())) {
                lie("two appointments of one patron at one branch", agreed);
            }
            Site site = library.world().site(agreed.facts().branch());
            agreed.reserved().ifPresent(place -> {
                if (!where.add(place + " " + site.calendar().dayOf(agreed.slot().from()))) {
                    lie("one compartment is reserved twice on one day", agreed);
                }
            });
        });
    }

    private void limit(Hold placed) {
        int limit = library.world().site(placed.facts().pickupBranch()).policy().holdLimit();
        long open = openBefore.values().stream()
                .filter(hold -> hold.facts().patron().equals(placed.facts().patron()))
                .count();
        if (open >= limit) {
            lie("a hold above the limit", placed, open);
        }
    }

    /** Nobody gets an item past somebody in front who could take it and is awake. */
    private void served(Hold hold, Event event) {
        Optional<ItemBarcode> promised =
                switch (hold) {
                    case Hold.UnderReview h -> Optional.of(h.promised());
                    case Hold.Confirmed h -> Optional.of(h.promised());
                    default -> Optional.empty();
                };
        Hold before = openBefore.get(hold.id());
        if (promised.isEmpty() || (before != null && !(before instanceof Hold.Queued))) {
            return;
        }
        if (before instanceof Hold.Queued queued && !awake(queued, event.at())) {
            lie("a suspended hold is served", hold);
        }
        Item item = library.item(promised.get()).orElseThrow();
        Queue rules = new Queue(List.of(), library.world().sites(), facts -> new OrderId("none"));
        openBefore.values().forEach(other -> {
            boolean stillWaits = library.hold(other.id()).orElseThrow() instanceof Hold.Queued;
            if (other instanceof Hold.Queued queued
                    && stillWaits
                    && other.facts().title().equals(item.title())
                    && Queue.ORDER.compare(other, hold) < 0
                    && awake(queued, event.at())
                    && rules.fits(other.facts(), item)) {
                lie("somebody in front is passed over", hold, other);
            }
        });
    }

    private boolean awake(Hold.Queued hold, Instant at) {
        LocalDate today =
                library.world().site(hold.facts().pickupBranch()).calendar().dayOf(at);
        return hold.suspendedUntil().map(day -> !today.isBefore(day)).orElse(true)
                && hold.facts().notNeededAfter().map(day -> !today.isAfter(day)).orElse(true);
    }

    private void rests(Change.ItemBecame became, Event event) {
        Item before = itemsBefore.get(became.item());
        ItemState after = library.item(became.item()).orElseThrow().state();
        boolean free = after instanceof ItemState.OnShelf || after instanceof ItemState.Held;
        if (before == null || !free) {
            return;
        }
        if (before.state() instanceof ItemState.InQuarantine rest && event.at().isBefore(rest.until())) {
            boolean flagged = event.changes().stream().anyMatch(Change.DiscrepancyRaised.class::isInstance);
            if (!flagged) {
                lie("an item is free before it has rested", before, after);
            }
        }
        if (before.state() instanceof ItemState.OnLoan) {
            Duration least = library.world().sites().values().stream()
                    .map(site -> site.policy().quarantine(before.material()))
                    .min(Duration::compareTo)
                    .orElseThrow();
            Optional<Duration> there =
                    event.station().map(this::site).map(site -> site.policy().quarantine(before.material()));
            if (there.orElse(least).compareTo(Duration.ZERO) > 0) {
                lie("an item is free though it has not rested", before, after);
            }
        }
    }

    private Site site(StationId station) {
        return library.world().site(library.world().branchOf(station));
    }

    private void fine(Fine fine) {
        Fine found = library.fines().stream()
                .filter(one -> one.facts().loan().equals(fine.facts().loan()))
                .findFirst()
                .orElseThrow();
        int highest = library.world().sites().values().stream()
                .map(site -> site.policy().number(Key.FINE_CAP))
                .max(Integer::compareTo)
                .orElseThrow();
        if (found.facts().cents() < 1 || found.facts().cents() > highest) {
            lie("a fine above its cap", fine);
        }
        loansBefore.values().stream()
                .filter(loan -> loan.id().equals(fine.facts().loan()))
                .forEach(loan -> {
                    if (loan instanceof Loan.ClaimedReturned claimed && fine instanceof Fine.Owed) {
                        LocalDate said = library.world()
                                .site(fine.facts().branch())
                                .calendar()
                                .dayOf(claimed.at());
                        if (!said.isAfter(claimed.due())) {
                            lie("a fine for what was said to be returned in time", fine, claimed);
                        }
                    }
                });
    }

    private void refusal(Event event) {
        event.refused().ifPresent(refused -> {
            if (!refused.why().code().matches("[a-z]+(-[a-z]+)*")
                    || !event.changes().isEmpty()) {
                lie("a refusal without a reason, or with a change", event);
            }
        });
    }
}
