package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.HOLD;
import static foyer.kiosk.circulation.Bench.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.ServerMessage.Release;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    /** A card may fail five times a day; the sixth attempt is refused unchecked, right or wrong. */
    @ParameterizedTest
    @CsvSource({"3, true", "4, true", "5, false", "6, false"})
    void aCardHasFiveAttempts(int failures, boolean admitted) {
        Bench bench = Bench.holding("1");
        for (int i = 0; i < failures; i++) {
            attempt(bench, "anna", false);
        }
        attempt(bench, "anna", true);
        assertThat(bench.kiosk.visit() instanceof Visit.Choosing).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"47, true", "48, false", "49, false"})
    void aStationHasFortyEightForAllCardsTogether(int failures, boolean admitted) {
        Bench bench = Bench.holding("1");
        for (int i = 0; i < failures; i++) {
            attempt(bench, "unknown" + i, false);
        }
        attempt(bench, "anna", true);
        assertThat(bench.kiosk.visit() instanceof Visit.Choosing).isEqualTo(admitted);
    }

    @Test
    void staffStillGetInWhenTheStationsAttemptsAreUsedUp() {
        Bench bench = Bench.ready();
        for (int i = 0; i < Attempts.PER_STATION; i++) {
            attempt(bench, "unknown" + i, false);
        }
        bench.staffSignIn();
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.StaffHome.class);
    }

    @Test
    void aBadgeHasFiveAttemptsToo() {
        Bench bench = Bench.ready();
        for (int i = 0; i < Attempts.PER_CARD; i++) {
            bench.scanBadge();
            bench.pin(false);
        }
        bench.staffSignIn();
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.InTrouble.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true"})
    void aDayOfRunningTimeGivesThemBack(long offMillis, boolean admitted) {
        Bench bench = Bench.holding("1");
        for (int i = 0; i < Attempts.PER_CARD; i++) {
            attempt(bench, "anna", false);
        }
        bench.wall = bench.wall.plusSeconds(10 * 86_400);
        attempt(bench, "anna", true);
        assertThat(bench.kiosk.visit()).as("the wall clock gives none back").isInstanceOf(Visit.InTrouble.class);
        bench.skip(Attempts.DAY_MS + offMillis);
        attempt(bench, "anna", true);
        assertThat(bench.kiosk.visit() instanceof Visit.Choosing).isEqualTo(admitted);
    }

    @Test
    void anAttemptIsCountedBeforeItIsCheckedSoThatAPowerCutSavesNone() {
        Bench bench = Bench.ready();
        bench.scanCard("anna");
        Decision asked = bench.send(new Input.PinTyped("1234"));
        assertThat(asked.attempts()).singleElement().isInstanceOf(Attempts.Change.Counted.class);
        assertThat(asked.effects()).singleElement().isInstanceOf(Effect.CheckPin.class);
    }

    @Test
    void aRightPinCostsNoAttempt() {
        Bench bench = Bench.holding("1");
        for (int i = 0; i < 3 * Attempts.PER_CARD; i++) {
            attempt(bench, "anna", true);
            assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Choosing.class);
            bench.press(Input.Key.FINISH);
        }
        assertThat(bench.kiosk.attempts()).isEqualTo(Attempts.NONE);
    }

    @Test
    void anUnknownCardIsAskedCheckedCountedAndAnsweredLikeAWrongPin() {
        Bench known = Bench.ready();
        Bench unknown = Bench.ready();
        attempt(known, "anna", false);
        attempt(unknown, "nobody", false);
        assertThat(unknown.facts).isEqualTo(known.facts);
        assertThat(unknown.kiosk.visit()).isInstanceOf(known.kiosk.visit().getClass());
        assertThat(unknown.kiosk.attempts().counted()).hasSize(1);
        assertThat(unknown.effects).singleElement().isInstanceOfSatisfying(Effect.CheckPin.class, check -> assertThat(
                        check.pinHash())
                .isEmpty());
    }

    @Test
    void anUnknownCardIsNeverRightWhateverTheCheckSays() {
        Bench bench = Bench.ready();
        attempt(bench, "nobody", true);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyPinIsNotEvenChecked(String pin) {
        Bench bench = Bench.ready();
        bench.scanCard("anna");
        bench.send(new Input.PinTyped(pin));
        assertThat(bench.effects).isEmpty();
        assertThat(bench.kiosk.visit())
                .isInstanceOfSatisfying(Visit.TypingPin.class, typing -> assertThat(typing.again())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"32, 1", "33, 0"})
    void anEndlessPinIsNotHashed(int length, int checks) {
        Bench bench = Bench.ready();
        bench.scanCard("anna");
        bench.send(new Input.PinTyped("1".repeat(length)));
        assertThat(bench.effects).hasSize(checks);
    }

    @Test
    void whereTheNetworkChoseItACardIsEnough() {
        Bench bench = Bench.ready(Bench.desired(1, Bench.rules(Release.CARD_ONLY)));
        bench.load("1", HOLD, ITEM);
        bench.scanCard("anna");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Choosing.class);
        bench.press(Input.Key.FINISH);
        bench.scanCard("nobody");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.InTrouble.class);
        assertThat(bench.kiosk.attempts().counted()).hasSize(1);
        bench.press(Input.Key.OK);
        bench.scanBadge();
        assertThat(bench.kiosk.visit()).as("staff type a PIN everywhere").isInstanceOf(Visit.TypingPin.class);
    }

    @Test
    void aBadgeWhoseNumberLooksLikeACardIsABadge() {
        Bench bench = Bench.ready();
        bench.send(new Input.Scanned(new Barcode("mac-staff", true, Optional.empty(), false, false)));
        assertThat(bench.kiosk.visit()).isInstanceOfSatisfying(Visit.TypingPin.class, typing -> assertThat(
                        typing.claim().staff())
                .isTrue());
    }

    @Test
    void aTypedNumberThatIsNoCardIsToldSoAndABadgeCannotBeTyped() {
        Bench bench = Bench.ready();
        bench.press(Input.Key.TYPE_CARD);
        bench.send(new Input.CardTyped(new Barcode("mac-staff", false, Optional.empty(), false, false)));
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.TypingCard(true));
        bench.send(new Input.CardTyped(new Barcode("mac-anna", true, Optional.empty(), false, false)));
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
    }

    @Test
    void aVisitNobodyGoesOnWithEndsAfterAMinute() {
        Bench bench = Bench.ready();
        bench.scanCard("anna");
        bench.pass(59);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
        bench.press(Input.Key.ACTIVE);
        bench.pass(59);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
        bench.pass(1);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void anAnswerToAVisitThatHasEndedSignsNobodyIn() {
        Bench bench = Bench.holding("1");
        bench.scanCard("anna");
        bench.send(new Input.PinTyped("1234"));
        String ticket = ((Visit.Checking) bench.kiosk.visit()).ticket();
        bench.pass(31);
        bench.send(new Input.PinChecked(ticket, true));
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void barcodesThatAreNothingHereAreRefusedAndTheNextPersonGoesOn() {
        Bench bench = Bench.ready();
        bench.send(new Input.Unreadable());
        bench.scanForeign();
        assertThat(bench.facts)
                .containsExactly(
                        new Refused(Refusal.UNREADABLE_BARCODE, "a barcode that could not be read"),
                        new Refused(Refusal.NOT_OUR_ITEM, "a barcode that is neither a card nor one of our items"));
        bench.scanCard("anna");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
    }

    @Test
    void beforeTheServersFirstWordNobodyIsServed() {
        Bench bench = new Bench(Station.EMPTY);
        bench.closedAll();
        bench.scanCard("anna");
        bench.press(Input.Key.RETURN);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
        assertThat(bench.facts).isEmpty();
    }

    @Test
    void nothingThatPassesByShowsACardOrAPin() {
        List<Object> passing = List.of(
                new Input.PinTyped("4711"),
                new Effect.CheckPin("t", Optional.of("hash-4711"), "4711"),
                new Claim("mac-4711", Optional.empty()),
                new Barcode("mac-4711", true, Optional.empty(), false, false),
                new Input.Scanned(new Barcode("mac-4711", true, Optional.empty(), false, false)));
        assertThat(passing).allSatisfy(each -> assertThat(each.toString()).doesNotContain("4711"));
    }

    private static void attempt(Bench bench, String who, boolean right) {
        if (bench.kiosk.visit() instanceof Visit.InTrouble) {
            bench.press(Input.Key.OK);
        }
        bench.scanCard(who);
        bench.pin(right);
    }
}
