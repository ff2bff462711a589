package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.BIN;
import static foyer.kiosk.circulation.Bench.ITEM;
import static foyer.kiosk.circulation.Bench.OTHER;
import static foyer.kiosk.circulation.Bench.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.BinId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.StationEvent;
import foyer.station.StationEvent.BinEmptied;
import foyer.station.StationEvent.ReturnIntended;
import foyer.station.StationEvent.ReturnReceived;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Staff say that a bin is empty: the one way its count starts again. The bench's bin takes two books. */
class BinEmptiedTest {
    private static final IntentId INTENT = new IntentId("i-1");
    private static final Visit HOME = new Visit.StaffHome(STAFF, Optional.empty());

    @Test
    void aFullBinTakesReturnsAgain() {
        Bench bench = Bench.ready();
        drop(bench, ITEM);
        drop(bench, OTHER);
        bench.scanItem(ITEM);
        assertThat(bench.kiosk.visit())
                .isInstanceOfSatisfying(Visit.InTrouble.class, trouble -> assertThat(trouble.problem())
                        .isEqualTo(Problem.BIN_FULL));
        bench.scanBadge();
        bench.pin(true);
        bench.send(new Input.EmptyBin(BIN));
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.EmptyingBin(STAFF, BIN));
        assertThat(bench.kiosk.station().dropped(BIN)).as("before it was said").isEqualTo(2);
        bench.press(Input.Key.SEEN_EMPTY);
        assertThat(bench.facts.getLast()).isEqualTo(new BinEmptied(BIN, STAFF, 2));
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.StaffHome(STAFF, Optional.of(Visit.Note.BIN_EMPTIED)));
        assertThat(Acceptance.of(bench.kiosk, bench.now())).isEqualTo(new Acceptance.Open(2));
        bench.press(Input.Key.FINISH);
        drop(bench, ITEM);
        assertThat(bench.told()).endsWith("BinEmptied", "ReturnIntended", "FlapOpened", "ReturnReceived");
        assertThat(bench.kiosk.station().dropped(BIN)).isEqualTo(1);
    }

    static Stream<Consumer<Bench>> notStaffAtHome() {
        return Stream.of(
                bench -> {},
                bench -> bench.press(Input.Key.TYPE_CARD),
                bench -> bench.press(Input.Key.RETURN),
                Bench::scanBadge,
                bench -> bench.signIn("anna"),
                bench -> {
                    bench.signIn("anna");
                    bench.press(Input.Key.OPEN);
                },
                bench -> {
                    bench.staffSignIn();
                    bench.scanItem(OTHER);
                    bench.opens("2");
                    bench.door("2", Position.CLOSED);
                },
                bench -> {
                    bench.staffSignIn();
                    bench.press(Input.Key.FINISH);
                });
    }

    @ParameterizedTest
    @MethodSource("notStaffAtHome")
    void nobodyElseAndNowhereElse(Consumer<Bench> before) {
        Bench bench = Bench.holding("1");
        before.accept(bench);
        Visit visit = bench.kiosk.visit();
        bench.send(new Input.EmptyBin(BIN));
        assertThat(bench.kiosk.visit()).isEqualTo(visit);
        bench.press(Input.Key.SEEN_EMPTY);
        assertThat(bench.told()).doesNotContain("BinEmptied");
    }

    @ParameterizedTest
    @MethodSource("strayTouches")
    void aStrayTouchZeroesNoBin(Consumer<Bench> stray, Visit then) {
        Bench bench = Bench.ready();
        drop(bench, ITEM);
        bench.staffSignIn();
        bench.send(new Input.EmptyBin(BIN));
        stray.accept(bench);
        assertThat(bench.kiosk.visit()).isEqualTo(then);
        assertThat(bench.told()).doesNotContain("BinEmptied", "Refused");
        assertThat(bench.kiosk.station().dropped(BIN)).isEqualTo(1);
    }

    static Stream<Arguments> strayTouches() {
        return Stream.of(
                stray(bench -> bench.press(Input.Key.BACK), HOME),
                stray(bench -> bench.pass(120), new Visit.Idle(false)),
                stray(bench -> bench.send(new Input.EmptyBin(BIN)), new Visit.EmptyingBin(STAFF, BIN)),
                stray(bench -> bench.scanItem(OTHER), new Visit.EmptyingBin(STAFF, BIN)),
                stray(bench -> bench.send(new Input.Unreadable()), new Visit.EmptyingBin(STAFF, BIN)));
    }

    private static Arguments stray(Consumer<Bench> touch, Visit then) {
        return Arguments.of(touch, then);
    }

    @Test
    void theNextPersonsCardEndsTheQuestion() {
        Bench bench = Bench.ready();
        bench.staffSignIn();
        bench.send(new Input.EmptyBin(BIN));
        long before = bench.kiosk.sitting().number();
        bench.scanCard("anna");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
        assertThat(bench.kiosk.sitting().number()).isGreaterThan(before);
    }

    @Test
    void aReturnUnderwayInThatBinRefuses() {
        Bench bench = Bench.ready();
        bench.flap(Position.UNKNOWN);
        bench.kiosk = bench.kiosk.with(bench.kiosk.station().after(new ReturnIntended(INTENT, BIN, ITEM)));
        bench.staffSignIn();
        bench.send(new Input.EmptyBin(BIN));
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.StaffHome(STAFF, Optional.of(Visit.Note.BIN_IN_USE)));
        bench.press(Input.Key.SEEN_EMPTY);
        assertThat(bench.told()).doesNotContain("BinEmptied");
        bench.flap(Position.CLOSED);
        bench.send(new Input.EmptyBin(BIN));
        bench.press(Input.Key.SEEN_EMPTY);
        assertThat(bench.facts).endsWith(new BinEmptied(BIN, STAFF, 1));
    }

    @Test
    void aBinThatDoesNotHangHereIsNone() {
        Bench bench = Bench.ready();
        bench.staffSignIn();
        bench.send(new Input.EmptyBin(new BinId("9")));
        assertThat(bench.kiosk.visit()).isEqualTo(HOME);
    }

    @Test
    void theCountStartsAgainForThatBinOnly() {
        BinId second = new BinId("2");
        List<StationEvent> before = List.of(
                new ReturnReceived(INTENT, BIN, ITEM),
                new ReturnReceived(INTENT, BIN, OTHER),
                new ReturnReceived(INTENT, second, ITEM),
                new ReturnIntended(INTENT, second, OTHER));
        Station emptied = Station.of(before).after(new BinEmptied(BIN, STAFF, 2));
        assertThat(emptied.dropped(BIN)).isZero();
        assertThat(emptied.dropped(second)).isEqualTo(1);
        assertThat(emptied.flaps()).containsOnlyKeys(second);
        assertThat(emptied.after(new ReturnReceived(INTENT, BIN, ITEM)).dropped(BIN))
                .isEqualTo(1);
    }

    private static void drop(Bench bench, ItemBarcode item) {
        bench.scanItem(item);
        bench.flapOpens();
        bench.send(new Input.Dropped(BIN));
        bench.flap(Position.CLOSED);
        bench.press(Input.Key.DONE);
    }
}
