package foyer.server.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.Outcome.Refusal;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.ServerMessage.Release;
import foyer.station.StationId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacingTest {
    static final Instant NOW = Instant.parse("2026-03-28T10:00:00Z");
    private static final PatronId PATRON = new PatronId("p1");
    private static final Item NEAR = item("near", "here", new ItemState.OnShelf());
    private static final Item FAR = item("far", "there", new ItemState.OnShelf());

    static Policy policy(int holdLimit) {
        return new Policy(
                holdLimit,
                14,
                3,
                Release.CARD_AND_PIN,
                Pattern.compile(".*"),
                Pattern.compile(".*"),
                false,
                10,
                new ReturnHours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    }

    static Item item(String barcode, String branch, ItemState state) {
        return new Item(new ItemBarcode(barcode), "title", branch, "n", state);
    }

    static Hold.Facts facts(String id, String title, String item) {
        return new Hold.Facts(new HoldId(id), "n", PATRON, title, new ItemBarcode(item), "here", NOW);
    }

    private static Placing.Command command(Optional<String> item) {
        return new Placing.Command(new HoldId("new"), PATRON, "title", item.map(ItemBarcode::new), "here");
    }

    private static Placing.Known known(int limit, List<Item> copies, List<Hold> open) {
        return new Placing.Known("n", policy(limit), Optional.of("n"), Optional.of("n"), copies, open);
    }

    private static Refusal refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).why();
    }

    private static Hold.Facts placed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        Change first = ((Outcome.Done) outcome).changes().getFirst();
        return ((Change.HoldPlaced) first).hold().facts();
    }

    @Test
    void theCopyAtThePickupBranchIsPreferred() {
        Outcome outcome = Placing.decide(command(Optional.empty()), known(3, List.of(FAR, NEAR), List.of()), NOW);
        assertThat(placed(outcome).item()).isEqualTo(NEAR.barcode());
        assertThat(((Outcome.Done) outcome).changes())
                .contains(new Change.ItemBecame(NEAR.barcode(), new ItemState.Held(new HoldId("new"))));
    }

    @Test
    void anotherBranchsCopyWillDo() {
        Item lent = item("near", "here", new ItemState.OnLoan(new LoanId("l")));
        Outcome outcome = Placing.decide(command(Optional.empty()), known(3, List.of(lent, FAR), List.of()), NOW);
        assertThat(placed(outcome).item()).isEqualTo(FAR.barcode());
    }

    @Test
    void theCopyAskedForIsTheOneOrNone() {
        assertThat(placed(Placing.decide(command(Optional.of("far")), known(3, List.of(NEAR, FAR), List.of()), NOW))
                        .item())
                .isEqualTo(FAR.barcode());
        Item held = item("far", "there", new ItemState.Held(new HoldId("other")));
        assertThat(refusal(Placing.decide(command(Optional.of("far")), known(3, List.of(NEAR, held), List.of()), NOW)))
                .isEqualTo(Refusal.NOT_AVAILABLE);
        assertThat(refusal(Placing.decide(command(Optional.of("else")), known(3, List.of(NEAR), List.of()), NOW)))
                .isEqualTo(Refusal.NO_SUCH_ITEM);
    }

    /** Domain A6 and B7, on both sides of each limit. */
    @ParameterizedTest
    @CsvSource({"3, 0, true", "3, 2, true", "3, 3, false", "3, 4, false", "10, 9, true", "10, 10, false", "1, 0, true"})
    void theLimitIsTheNetworks(int limit, int alreadyOpen, boolean allowed) {
        List<Hold> open = new ArrayList<>();
        for (int i = 0; i < alreadyOpen; i++) {
            open.add(new Hold.UnderReview(facts("h" + i, "other" + i, "i" + i)));
        }
        Outcome outcome = Placing.decide(command(Optional.empty()), known(limit, List.of(NEAR), open), NOW);
        if (allowed) {
            assertThat(placed(outcome).id()).isEqualTo(new HoldId("new"));
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.HOLD_LIMIT, Integer.toString(limit)));
        }
    }

    @Test
    void theSameTitleIsNotHeldTwice() {
        Hold ready = new Hold.Ready(
                facts("h", "title", "far"),
                new OrderId("o"),
                new Place(new StationId("s"), new foyer.station.CompartmentId("1")),
                NOW);
        assertThat(refusal(Placing.decide(command(Optional.empty()), known(3, List.of(NEAR), List.of(ready)), NOW)))
                .isEqualTo(Refusal.ALREADY_HELD);
    }

    @Test
    void unknownAndForeignThingsAreToldApart() {
        Placing.Known known = known(3, List.of(NEAR), List.of());
        assertThat(refusal(Placing.decide(
                        command(Optional.empty()),
                        new Placing.Known("n", policy(3), Optional.empty(), Optional.of("n"), List.of(), List.of()),
                        NOW)))
                .isEqualTo(Refusal.NO_SUCH_TITLE);
        assertThat(refusal(Placing.decide(
                        command(Optional.empty()),
                        new Placing.Known(
                                "n", policy(3), Optional.of("n"), Optional.empty(), known.copies(), List.of()),
                        NOW)))
                .isEqualTo(Refusal.NO_SUCH_BRANCH);
        assertThat(refusal(Placing.decide(
                        command(Optional.empty()),
                        new Placing.Known(
                                "n", policy(3), Optional.of("m"), Optional.of("n"), known.copies(), List.of()),
                        NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void aReturnIsLentAgainFromTheEndOfItsRestOn(long restLeftMillis, boolean available) {
        Item rested = item("near", "here", new ItemState.InQuarantine(NOW.plusMillis(restLeftMillis)));
        Outcome outcome = Placing.decide(command(Optional.empty()), known(3, List.of(rested), List.of()), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(available);
    }
}
