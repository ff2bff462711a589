package foyer.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.ChildServer;
import foyer.server.LiveServer;
import foyer.server.TestLedger;
import foyer.server.TestStation;
import foyer.station.Codec;
import foyer.station.Epoch;
import foyer.station.EventBatch;
import foyer.station.EventEnvelope;
import foyer.station.Ids;
import foyer.station.ServerMessage;
import foyer.station.StationEvent;
import foyer.station.StationId;
import foyer.station.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in the middle: what it had acknowledged it still has, and what it had not is taken once. */
@Tag("ledger")
class KillTest {
    private static final int HALF = 200;
    private static final int BATCH = 20;

    /** How the system names an end by SIGTERM: 128 and the signal's number. */
    private static final int TERMINATED = 128 + 15;

    private static final StationEvent EVENT = new StationEvent.Refused(StationEvent.Refusal.NOTHING_READY, "nothing");

    @TempDir
    private Path directory;

    @Test
    void nothingIsLostAndNothingIsTakenTwice() throws Exception {
        StationId id = new StationId("killed");
        Epoch epoch = new Epoch(Ids.random());
        Path ticket = directory.resolve("enrolment.json");
        List<String> arguments = new ArrayList<>(LiveServer.arguments(directory));
        arguments.addAll(ChildServer.station(id, ticket));
        ChildServer first = ChildServer.start(directory, arguments);
        try (TestStation station = first.enrol(ticket)) {
            station.connected();
            // The first half in order, then one batch ahead of a gap: it is parked when the server dies.
            send(station, epoch, 1, HALF);
            send(station, epoch, HALF + BATCH + 1, HALF + 2 * BATCH);
            station.awaitResend(epoch, HALF + 1L);
            first.kill();
            assertThat(acks(station)).last().isEqualTo((long) HALF);
            ChildServer again = ChildServer.start(directory, arguments);
            try (TestStation same = station.at(again.brokerPort())) {
                same.connected();
                // All of it once more, from the beginning: the station had heard of nothing.
                send(same, epoch, 1, HALF + BATCH);
                same.awaitAck(epoch, HALF + 2 * BATCH);
                assertThat(acks(same)).isSorted().allSatisfy(seq -> assertThat(seq)
                        .isGreaterThanOrEqualTo(HALF));
            }
            assertThat(again.stop()).isEqualTo(TERMINATED);
        }
        assertThat(refusals(id)).isEqualTo(HALF + 2 * BATCH);
        assertThat(directory.resolve("data/ports.properties")).doesNotExist();
    }

    private static List<Long> acks(TestStation station) {
        return station.heard().stream()
                .filter(ServerMessage.Ack.class::isInstance)
                .map(said -> ((ServerMessage.Ack) said).seq())
                .toList();
    }

    /** Counted in the database itself, after the server has closed it: each event counts one refusal. */
    private long refusals(StationId id) throws SQLException {
        try (Connection ledger = TestLedger.connect(directory);
                PreparedStatement query = ledger.prepareStatement("SELECT sum(times) FROM refusal WHERE place = ?")) {
            query.setString(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    private static void send(TestStation station, Epoch epoch, long from, long to) throws MqttException {
        for (long next = from; next <= to; next += BATCH) {
            List<EventEnvelope> envelopes = LongStream.rangeClosed(next, Math.min(to, next + BATCH - 1))
                    .mapToObj(seq -> TestStation.envelope(seq, EVENT))
                    .toList();
            station.say(Topics.EVT, Codec.encode(new EventBatch(epoch, envelopes)), false);
        }
    }
}
