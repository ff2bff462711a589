package foyer.server.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Policy;
import foyer.server.desk.firststart.ShippedPolicies;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.StaffId;
import foyer.station.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A small library for the tests of the decisions: one patron, one title, a branch called here and one called there. */
final class Samples {
    /** A Saturday in Riga, the day before the clocks change. */
    static final Instant NOW = Instant.parse("2026-03-28T10:00:00Z");

    static final String NETWORK = "n";
    static final PatronId PATRON = new PatronId("p1");
    static final PatronId OTHER = new PatronId("p2");
    static final StaffId STAFF = new StaffId("st");
    static final StationId STATION = new StationId("s");
    static final CompartmentId DOOR = new CompartmentId("4");
    static final Place PLACE = new Place(STATION, DOOR);
    static final OrderId ORDER = new OrderId("o");
    static final HoldId HOLD = new HoldId("h");
    static final ItemBarcode ITEM = new ItemBarcode("i");
    static final By DESK = new By.Staff(STAFF, By.Channel.DESK, "");

    /** Every day of the week but Sunday. */
    static final String WEEK = "MONDAY 10:00-18:00; TUESDAY 10:00-18:00; WEDNESDAY 10:00-18:00; "
            + "THURSDAY 10:00-18:00; FRIDAY 10:00-18:00; SATURDAY 10:00-15:00";

    private Samples() {}

    /** Network A's policy. */
    static Policy reviewed() {
        return Policy.USUAL.with(ShippedPolicies.find("reviewed").orElseThrow());
    }

    /** Network B's, of its central library. */
    static Policy byAppointment() {
        return Policy.USUAL.with(ShippedPolicies.find("by-appointment").orElseThrow());
    }

    static Calendar riga() {
        return new Calendar(ZoneId.of("Europe/Riga"), Week.of(WEEK), Holidays.NONE, Map.of());
    }

    static Site site(Policy policy) {
        return site("here", policy, riga());
    }

    static Site site(String branch, Policy policy, Calendar calendar) {
        return new Site(branch, NETWORK, calendar, policy);
    }

    static Queue queue(Policy policy, Hold.Queued... waiting) {
        return new Queue(
                List.of(waiting), Map.of("here", site(policy), "there", site("there", policy, riga())), hold -> ORDER);
    }

    static Item item(String barcode, String branch, ItemState state) {
        return new Item(new ItemBarcode(barcode), "title", branch, NETWORK, "book", state);
    }

    static Item held() {
        return item("i", "here", new ItemState.Held(HOLD));
    }

    static Hold.Facts facts(String id, String title) {
        return facts(id, title, PATRON, NOW);
    }

    static Hold.Facts facts(String id, String title, PatronId patron, Instant placed) {
        return new Hold.Facts(
                new HoldId(id), NETWORK, patron, title, Optional.empty(), "here", placed, Optional.empty());
    }

    static Hold.Queued waiting(String id, Instant placed) {
        return new Hold.Queued(facts(id, "title", OTHER, placed), Optional.empty());
    }

    static Standing standing(Loan... onLoan) {
        return new Standing(patron(Optional.empty(), Optional.empty()), List.of(onLoan), List.of());
    }

    static Patron patron(Optional<Patron.Lock> lock, Optional<LocalDate> expires) {
        return new Patron(PATRON, NETWORK, "here", lock, expires);
    }

    static Loan.Running loan(LocalDate due) {
        return loan(due, 0, Optional.empty());
    }

    static Loan.Running loan(LocalDate due, int renewals, Optional<Instant> asked) {
        return new Loan.Running(
                new Loan.Facts(LoanId.of(HOLD), Optional.of(HOLD), PATRON, ITEM, "here", Optional.of(STATION), NOW),
                due,
                renewals,
                asked);
    }

    static List<Change> done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).changes();
    }

    static Refusal refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).why();
    }

    /** The hold as the changes leave it. */
    static Hold hold(List<Change> changes) {
        return changes.stream()
                .flatMap(change -> switch (change) {
                    case Change.HoldPlaced c -> Stream.of(c.hold());
                    case Change.HoldBecame c -> Stream.of(c.hold());
                    default -> Stream.<Hold>empty();
                })
                .findFirst()
                .orElseThrow();
    }

    static Placing.Command wish(Optional<String> item, String branch) {
        return new Placing.Command(
                new HoldId("new"), PATRON, "title", item.map(ItemBarcode::new), branch, Optional.empty());
    }

    static Placing.Known known(Policy policy, List<Item> copies) {
        return known(policy, copies, List.of(), standing());
    }

    static Placing.Known known(Policy policy, List<Item> copies, List<Hold> open, Standing standing) {
        return new Placing.Known(
                standing, Optional.of(NETWORK), Optional.of(site(policy)), copies, open, queue(policy));
    }

    static Handling.Known handling(Hold hold, Item item, Policy policy, Hold.Queued... waiting) {
        return new Handling.Known(hold, Optional.of(item), site(policy), queue(policy, waiting));
    }
}
