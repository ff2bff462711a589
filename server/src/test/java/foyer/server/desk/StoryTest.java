package foyer.server.desk;

import static foyer.server.TestStation.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.server.LiveServer;
import foyer.server.TestStation;
import foyer.server.projection.HoldLists;
import foyer.server.projection.HoldRow;
import foyer.server.projection.LoanLists;
import foyer.server.projection.LoanRow;
import foyer.server.projection.Paging;
import foyer.server.projection.Projections;
import foyer.server.projection.StationPage;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.ServerMessage;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One hold from the web to the shelf of rested returns, with everything the station is told on the way. */
@Tag("ledger")
class StoryTest {
    private static final CompartmentId DOOR = new CompartmentId("1");

    private final LiveServer server = LiveServer.shared();
    private final HoldDesk desk = server.bean(HoldDesk.class);
    private final AlarmDesk alarms = server.bean(AlarmDesk.class);
    private final Projections projections = server.bean(Projections.class);
    private final Epoch epoch = new Epoch(Ids.random());
    private TestStation station = server.station();
    private long seq;

    @BeforeEach
    void connect() throws MqttException {
        station = station.connected();
        station.birth(epoch, 1, 0, 0);
        station.awaitAck(epoch, 0);
    }

    @AfterEach
    void disconnect() throws MqttException {
        station.close();
    }

    private void happens(StationEvent event) throws MqttException {
        station.events(epoch, ++seq, event);
        station.awaitAck(epoch, seq);
    }

    private String placed(String patron, String title) {
        return done(place(patron, title, Ids.random()));
    }

    private Answer place(String patron, String title, String key) {
        HoldDesk.Wish wish = new HoldDesk.Wish(title, Optional.empty(), LiveServer.BRANCH, Optional.empty());
        return desk.place(Ask.patron(patron).once(key), patron, wish);
    }

    private static String done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).id();
    }

    private static String refused(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused) answer).code();
    }

    private List<HoldRow> holdsOf(String patron) {
        return server.bean(HoldLists.class)
                .own(patron, new Paging(10, Optional.empty()))
                .rows();
    }

    private List<LoanRow> loansOf(String patron) {
        return server.bean(LoanLists.class)
                .ofPatron(patron, new Paging(10, Optional.empty()))
                .rows();
    }

    private HoldRow hold(String id) {
        return projections.hold(id).orElseThrow();
    }

    private String stateOf(String item) {
        return projections.item(item).orElseThrow().copy().state();
    }

    private StationPage page() {
        return projections.station(station.id.value()).orElseThrow();
    }

    private ServerMessage.ToLoad confirmed(String hold) {
        done(desk.confirm(Ask.staff("s1"), hold));
        return station
                .awaitDesired(told -> told.toLoad().stream()
                        .anyMatch(one -> one.hold().value().equals(hold)))
                .toLoad()
                .stream()
                .filter(one -> one.hold().value().equals(hold))
                .findFirst()
                .orElseThrow();
    }

    private static IntentId intent() {
        return new IntentId(Ids.random());
    }

    private static Purpose load(ServerMessage.ToLoad what) {
        return new Purpose.Load(what.order(), what.hold(), what.item(), new StaffId("s1"));
    }

    private static Purpose pickup(ServerMessage.ToLoad what) {
        return new Purpose.Pickup(what.order(), what.patron(), List.of(what.hold()));
    }

    private Optional<LoanRow> loan(String patron, String hold) {
        return loansOf(patron).stream()
                .filter(loan -> loan.hold().equals(Optional.of(hold)))
                .findFirst();
    }

    @Test
    void fromTheHoldToTheQuarantine() throws MqttException {
        String hold = placed("p1", "t1");
        assertThat(hold(hold).state()).isEqualTo("under-review");
        assertThat(stateOf("30001")).isEqualTo("held");
        assertThat(station.awaitDesired(told -> told.readers().stream()
                                .anyMatch(reader -> reader.patron().equals(new PatronId("p1"))))
                        .toLoad())
                .noneMatch(one -> one.hold().value().equals(hold));

        ServerMessage.ToLoad toLoad = confirmed(hold);
        happens(new StationEvent.DoorConfirmed(intent(), DOOR, load(toLoad)));
        assertThat(hold(hold)).satisfies(row -> {
            assertThat(row.state()).isEqualTo("ready");
            assertThat(row.door()).contains("1");
            assertThat(row.readyAt()).isPresent();
        });
        assertThat(page().doors().getFirst().patron()).contains("I.K.");
        ServerMessage.Desired told = station.awaitDesired(
                next -> next.grants().stream().anyMatch(grant -> grant.patron().equals(new PatronId("p1"))));
        assertThat(told.toLoad()).noneMatch(one -> one.hold().value().equals(hold));

        happens(new StationEvent.DoorOpened(intent(), DOOR, pickup(toLoad), false));
        happens(new StationEvent.DoorOpened(intent(), DOOR, pickup(toLoad), false));
        assertThat(hold(hold).state()).isEqualTo("fulfilled");
        assertThat(loansOf("p1")).hasSize(1);
        LocalDate due = LocalDate.now(ZoneId.of("Europe/Riga")).plusDays(14);
        assertThat(loan("p1", hold).orElseThrow().due()).isBetween(due.minusDays(1), due);
        assertThat(stateOf("30001")).isEqualTo("on-loan");
        station.awaitDesired(next -> next.grants().isEmpty()
                && next.onLoan().stream().anyMatch(one -> one.item().value().equals("30001")));

        happens(new StationEvent.ReturnReceived(intent(), new BinId("A"), new ItemBarcode("30001")));
        assertThat(loan("p1", hold).orElseThrow().endedAt()).isPresent();
        assertThat(stateOf("30001")).isEqualTo("in-quarantine");
        assertThat(page().alarms()).isEmpty();
        assertThat(page().happened().getFirst().kind()).isEqualTo("return-received");
        assertThat(page().happened().getFirst().values()).containsEntry("title", "Grāmata 1, otrais");
    }

    @Test
    void theSameKeyIsTheSameHold() {
        String key = Ids.random();
        String first = done(place("p2", "t2", key));
        assertThat(done(place("p2", "t2", key))).isEqualTo(first);
        assertThat(refused(place("p2", "t3", key))).isEqualTo("key-reused");
        assertThat(holdsOf("p2")).hasSize(1);
    }

    @Test
    void aRefusalIsTheSameAgainThoughItWouldNowBeGranted() {
        for (String title : List.of("t11", "t12", "t13")) {
            placed("p3", title);
        }
        String key = Ids.random();
        assertThat(refused(place("p3", "t14", key))).isEqualTo("hold-limit");
        done(desk.cancel(Ask.patron("p3"), holdsOf("p3").getFirst().id()));
        assertThat(refused(place("p3", "t14", key))).isEqualTo("hold-limit");
        placed("p3", "t14");
    }

    @Test
    void whoIsFirstAtTheDoorHasTheLoan() throws MqttException {
        String hold = placed("p4", "t21");
        ServerMessage.ToLoad toLoad = confirmed(hold);
        happens(new StationEvent.DoorConfirmed(intent(), DOOR, load(toLoad)));
        done(desk.cancel(Ask.patron("p4"), hold));
        happens(new StationEvent.DoorOpened(intent(), DOOR, pickup(toLoad), false));
        assertThat(loan("p4", hold)).isPresent();
        StationPage.Alarm alarm = page().alarms().getFirst();
        assertThat(alarm.kind()).isEqualTo("door-opened");
        assertThat(alarm.values()).containsEntry("detail", "cancelled").containsEntry("patron", "I.K.");
        assertThat(refused(alarms.close(Ask.staff("s2"), alarm.id()))).isEqualTo("no-such-alarm");
        done(alarms.close(Ask.staff("s1"), alarm.id()));
        assertThat(page().alarms()).isEmpty();
        assertThat(refused(alarms.close(Ask.staff("s1"), alarm.id()))).isEqualTo("no-such-alarm");
    }

    @Test
    void anUncertainDoorIsInspectedAndTheBookLoadedAgain() throws MqttException {
        String hold = placed("p5", "t22");
        ServerMessage.ToLoad toLoad = confirmed(hold);
        happens(new StationEvent.DoorConfirmed(intent(), DOOR, load(toLoad)));
        happens(new StationEvent.DoorUncertain(intent(), DOOR, pickup(toLoad), StationEvent.Reached.INTENT));
        assertThat(page().alarms()).hasSize(1);
        happens(new StationEvent.DoorConfirmed(intent(), DOOR, new Purpose.Inspect(new StaffId("s1"))));
        assertThat(hold(hold).state()).isEqualTo("prepared");
        assertThat(stateOf("30022")).isEqualTo("held");
        assertThat(page().alarms()).isEmpty();
        station.awaitDesired(told -> told.grants().isEmpty()
                && told.toLoad().stream().anyMatch(one -> one.hold().value().equals(hold)));
    }

    @Test
    void twoHoldsOfOnePatronAreOneOrder() {
        ServerMessage.ToLoad one = confirmed(placed("p6", "t23"));
        ServerMessage.ToLoad two = confirmed(placed("p6", "t24"));
        assertThat(one.order()).isEqualTo(two.order());
    }

    @Test
    void aReturnOfWhatNobodyKnowsIsTakenAndFlagged() throws MqttException {
        happens(new StationEvent.ReturnReceived(intent(), new BinId("A"), new ItemBarcode("99999")));
        happens(new StationEvent.ReturnReceived(intent(), new BinId("A"), new ItemBarcode("50001")));
        assertThat(page().alarms())
                .extracting(alarm -> alarm.values().get("detail"))
                .containsExactly("other-network", "not-on-loan", "unknown-item");
        assertThat(stateOf("50001")).isEqualTo("in-quarantine");
    }

    /** A fact that contradicts the ledger so that it cannot be written at all still does not stop what follows. */
    @Test
    void aFactThatCannotBeWrittenIsKeptRaw() throws MqttException {
        ServerMessage.ToLoad toLoad = confirmed(placed("p7", "t25"));
        Purpose strange =
                new Purpose.Load(new OrderId("o"), toLoad.hold(), new ItemBarcode("50001"), new StaffId("s1"));
        happens(new StationEvent.DoorConfirmed(intent(), DOOR, strange));
        happens(new StationEvent.DoorOpened(
                intent(),
                DOOR,
                new Purpose.Pickup(new OrderId("o"), new PatronId("p7"), List.of(new HoldId("nobody"))),
                false));
        assertThat(page().alarms()).isNotEmpty();
    }

    @Test
    void theVersionGrowsOnlyWithTheContent() throws MqttException {
        long before = station.awaitDesired(told -> true).version();
        int times = station.timesDesired();
        happens(new StationEvent.Refused(StationEvent.Refusal.NOTHING_READY, "nothing"));
        station.birth(epoch, seq + 1, seq, before);
        await().atMost(SOON).until(() -> station.timesDesired() > times);
        assertThat(station.last().orElseThrow().version()).isEqualTo(before);
        placed("p8", "t26");
        assertThat(station.awaitDesired(told -> told.readers().stream()
                                .anyMatch(reader -> reader.patron().equals(new PatronId("p8"))))
                        .version())
                .isEqualTo(before + 1);
    }

    @Test
    void aStationAheadOfARestoredLedgerIsCountedOnFrom() throws MqttException {
        station.birth(epoch, 1, 0, 1_000);
        assertThat(station.awaitDesired(told -> told.version() > 1_000).version())
                .isEqualTo(1_001);
    }

    @Test
    void aReturnServesTheQueueWhenItHasRestedAndNotBefore() throws MqttException {
        happens(new StationEvent.ReturnReceived(intent(), new BinId("A"), new ItemBarcode("30030")));
        String hold = placed("p9", "t30");
        assertThat(hold(hold).state()).isEqualTo("queued");
        DueWork due = server.bean(DueWork.class);
        Instant until =
                projections.item("30030").orElseThrow().copy().quarantineUntil().orElseThrow();
        due.round(until.minusMillis(1));
        assertThat(hold(hold).state()).isEqualTo("queued");
        assertThat(due.round(until)).isEqualTo(1);
        assertThat(hold(hold).state()).isEqualTo("under-review");
        assertThat(stateOf("30030")).isEqualTo("held");
        assertThat(due.round(until)).isZero();
    }
}
