package foyer.server.ingest;

import static foyer.server.TestStation.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.server.LiveServer;
import foyer.server.TestStation;
import foyer.server.projection.Projections;
import foyer.server.projection.StationPage;
import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.Epoch;
import foyer.station.EventBatch;
import foyer.station.EventEnvelope;
import foyer.station.Ids;
import foyer.station.LinkId;
import foyer.station.ServerMessage;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ledger")
class IngestTest {
    private static final StationEvent REFUSED = new StationEvent.Refused(StationEvent.Refusal.NOTHING_READY, "nothing");

    private final LiveServer server = LiveServer.shared();
    private final Projections projections = server.bean(Projections.class);
    private final Epoch epoch = new Epoch(Ids.random());
    private TestStation station = server.station();

    @BeforeEach
    void connect() throws MqttException {
        station = station.connected();
    }

    @AfterEach
    void disconnect() throws MqttException {
        station.close();
    }

    private StationPage page() {
        return projections.station(station.id.value()).orElseThrow();
    }

    private long refusals() {
        return page().happened().stream()
                .filter(line -> line.kind().equals("refused"))
                .count();
    }

    private void send(long from, long to) throws MqttException {
        for (long next = from; next <= to; next += EventBatch.MOST) {
            List<EventEnvelope> envelopes = LongStream.rangeClosed(next, Math.min(to, next + EventBatch.MOST - 1))
                    .mapToObj(seq -> TestStation.envelope(seq, REFUSED))
                    .toList();
            station.say(Topics.EVT, Codec.encode(new EventBatch(epoch, envelopes)), false);
        }
    }

    /** Fails if the highest seen is acknowledged instead of the highest without a gap: 5 would then be the first answer. */
    @Test
    void whatIsAcknowledgedHasNoGap() throws MqttException {
        send(1, 2);
        station.awaitAck(epoch, 2);
        send(4, 5);
        station.awaitResend(epoch, 3);
        assertThat(station.heard())
                .containsExactly(
                        new ServerMessage.Ack(epoch, 2),
                        new ServerMessage.Ack(epoch, 2),
                        new ServerMessage.Resend(epoch, 3));
        assertThat(refusals()).isEqualTo(2);
        send(3, 3);
        station.awaitAck(epoch, 5);
        assertThat(refusals()).isEqualTo(5);
    }

    @Test
    void aRepetitionIsAnsweredTheSameAndDoesNothing() throws MqttException {
        send(1, 3);
        station.awaitAck(epoch, 3);
        send(1, 3);
        send(2, 2);
        await().atMost(SOON).until(() -> station.heard().size() == 3);
        assertThat(station.heard()).containsOnly(new ServerMessage.Ack(epoch, 3));
        assertThat(refusals()).isEqualTo(3);
    }

    /** A batch may overlap what is known, and what is parked may be sent again. */
    @Test
    void overlapsAreAppliedOnce() throws MqttException {
        send(1, 4);
        send(3, 8);
        send(10, 12);
        send(8, 11);
        station.awaitAck(epoch, 12);
        assertThat(refusals()).isEqualTo(12);
    }

    @Test
    void aThousandAheadAreKeptAndNoMore() throws MqttException {
        send(2, Batches.MOST_AHEAD + 1);
        send(1, 1);
        station.awaitAck(epoch, Batches.MOST_AHEAD);
        assertThat(station.heard()).doesNotContain(new ServerMessage.Ack(epoch, Batches.MOST_AHEAD + 1));
        send(Batches.MOST_AHEAD + 1, Batches.MOST_AHEAD + 1);
        station.awaitAck(epoch, Batches.MOST_AHEAD + 1);
    }

    @Test
    void anEventThatCannotBeReadIsKeptAckedAndShown() throws MqttException {
        String good = Codec.encodeText(TestStation.envelope(1, REFUSED));
        String odd = good.replace("\"seq\":1", "\"seq\":2").replace("\"refused\"", "\"from-the-future\"");
        String last = good.replace("\"seq\":1", "\"seq\":3");
        String batch = "{\"epoch\":\"" + epoch + "\",\"events\":[" + good + "," + odd + "," + last + "]}";
        station.say(Topics.EVT, batch.getBytes(StandardCharsets.UTF_8), false);
        station.awaitAck(epoch, 3);
        assertThat(refusals()).isEqualTo(2);
        assertThat(projections.deadLetters("water"))
                .anySatisfy(letter -> assertThat(letter.station()).contains(station.id.value()));
    }

    @Test
    void aParkedEventThatCannotBeReadIsKeptToo() throws MqttException {
        String odd = Codec.encodeText(TestStation.envelope(2, REFUSED)).replace("\"refused\"", "\"new\"");
        String batch = "{\"epoch\":\"" + epoch + "\",\"events\":[" + odd + "]}";
        station.say(Topics.EVT, batch.getBytes(StandardCharsets.UTF_8), false);
        send(1, 1);
        station.awaitAck(epoch, 2);
    }

    @Test
    void rubbishIsKeptOnceAndHoldsNothingUp() throws MqttException {
        for (int i = 0; i < 3; i++) {
            station.say(Topics.EVT, "no JSON at all".getBytes(StandardCharsets.UTF_8), false);
            station.say(Topics.BIRTH, new byte[] {0, 1, 2}, false);
        }
        send(1, 1);
        station.awaitAck(epoch, 1);
        List<Projections.DeadLetter> letters = projections.deadLetters("water").stream()
                .filter(letter -> letter.station().orElse("").equals(station.id.value()))
                .toList();
        assertThat(letters).hasSize(2);
        assertThat(letters).noneSatisfy(letter -> assertThat(letter.why()).contains("no JSON at all"));
    }

    @Test
    void aNewEpochCountsFromOneAgain() throws MqttException {
        send(1, 2);
        station.awaitAck(epoch, 2);
        Epoch next = new Epoch(Ids.random());
        station.events(next, 1, REFUSED);
        station.awaitAck(next, 1);
        assertThat(refusals()).isEqualTo(3);
    }

    @Test
    void anEmptiedBinStandsOnTheStationsPage() throws MqttException {
        station.events(epoch, 1, new StationEvent.BinEmptied(new BinId("A"), new StaffId("s1"), 38));
        station.awaitAck(epoch, 1);
        assertThat(page().happened()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("bin-emptied");
            assertThat(line.values())
                    .containsEntry("bin", "A")
                    .containsEntry("items", "38")
                    .containsEntry("staff", "Inese Zariņa");
        });
        assertThat(page().alarms()).isEmpty();
    }

    @Test
    void aBirthDrawsTheWallAndIsAnsweredWithHowFarWeAre() throws MqttException {
        send(1, 2);
        station.birth(epoch, 1, 2, 0);
        await().atMost(SOON).until(() -> page().online() && page().doors().size() == 2);
        assertThat(page().bins()).hasSize(1);
        assertThat(page().alarms()).isEmpty();
        station.awaitAck(epoch, 2);
    }

    /** A ledger restored from an older copy: the station no longer has what it was acknowledged for. */
    @Test
    void eventsThatNobodyHasAreFlaggedAndPassedOver() throws MqttException {
        send(12, 13);
        station.birth(epoch, 11, 13, 0);
        station.awaitAck(epoch, 10);
        send(11, 11);
        station.awaitAck(epoch, 13);
        assertThat(page().alarms()).singleElement().satisfies(alarm -> assertThat(alarm.values())
                .containsEntry("events", "1-10"));
    }

    @Test
    void theWillOfAnOlderConnectionIsIgnored() throws MqttException {
        station.link("one", true);
        await().atMost(SOON).until(() -> page().online());
        station.link("two", true);
        station.link("one", false);
        send(1, 1);
        station.awaitAck(epoch, 1);
        assertThat(page().online()).isTrue();
        station.link("two", false);
        await().atMost(SOON).until(() -> !page().online());
        List<String> kinds = new ArrayList<>();
        page().happened().forEach(line -> kinds.add(line.kind()));
        assertThat(kinds).containsExactly("link-offline", "refused", "link-online");
    }

    /** SQLite takes a NUL in a text and PostgreSQL does not: either way the next message has its turn. */
    @Test
    void aTextThatTheDatabaseDoesNotTakeHoldsNobodyUp() throws MqttException {
        Birth birth = new Birth(
                epoch, 1, new LinkId(Ids.random()), 1, 0, 0, "soft\0ware", List.of(), List.of(new BinId("A")));
        station.say(Topics.BIRTH, Codec.encode(birth), false);
        send(1, 1);
        station.awaitAck(epoch, 1);
        assertThat(refusals()).isEqualTo(1);
    }
}
