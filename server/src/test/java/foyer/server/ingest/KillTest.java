package foyer.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.server.LiveServer;
import foyer.server.ServerMain;
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
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed in the middle: what it had acknowledged it still has, and what it had not is taken once. */
class KillTest {
    private static final int EVENTS = 400;
    private static final int BATCH = 20;
    private static final StationEvent EVENT = new StationEvent.Refused(StationEvent.Refusal.NOTHING_READY, "nothing");

    @TempDir
    private Path directory;

    @Test
    void nothingIsLostAndNothingIsTakenTwice() throws Exception {
        StationId id = new StationId("killed");
        Epoch epoch = new Epoch(Ids.random());
        TestStation enrolled;
        try (LiveServer first = LiveServer.start(directory, Map.of())) {
            enrolled = first.enrol(id, LiveServer.BRANCH);
        }
        Process process = launch();
        long acked;
        try (TestStation station = enrolled.at(brokerPort())) {
            station.connected();
            // The first half in order, then one batch ahead of a gap: it is parked when the server dies.
            send(station, epoch, 1, EVENTS / 2);
            send(station, epoch, EVENTS / 2 + BATCH + 1, EVENTS / 2 + 2 * BATCH);
            station.awaitResend(epoch, EVENTS / 2 + 1L);
            process.destroyForcibly().waitFor();
            acked = highestAck(station, epoch);
        }
        assertThat(acked).isEqualTo(EVENTS / 2);
        Files.delete(directory.resolve("data/ports.properties"));
        try (LiveServer again = LiveServer.start(directory, Map.of());
                TestStation station = enrolled.at(again.brokerPort())) {
            station.connected();
            // All of it once more, from the beginning: the station had heard of nothing.
            send(station, epoch, 1, EVENTS / 2 + BATCH);
            station.awaitAck(epoch, EVENTS / 2 + 2 * BATCH);
            assertThat(station.heard().stream()
                            .filter(ServerMessage.Ack.class::isInstance)
                            .map(said -> ((ServerMessage.Ack) said).seq()))
                    .isSorted()
                    .allSatisfy(seq -> assertThat(seq).isGreaterThanOrEqualTo(EVENTS / 2L));
        }
        assertThat(refusals(id)).isEqualTo(EVENTS / 2 + 2 * BATCH);
    }

    /** Counted in the file itself, after the server has closed it: each event counts one refusal. */
    private long refusals(StationId id) throws SQLException {
        try (Connection ledger = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/ledger.db"));
                PreparedStatement query = ledger.prepareStatement("SELECT sum(times) FROM refusal WHERE place = ?")) {
            query.setString(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    private static long highestAck(TestStation station, Epoch epoch) {
        return station.heard().stream()
                .filter(ServerMessage.Ack.class::isInstance)
                .map(ServerMessage.Ack.class::cast)
                .filter(ack -> ack.epoch().equals(epoch))
                .mapToLong(ServerMessage.Ack::seq)
                .max()
                .orElse(0);
    }

    private static void send(TestStation station, Epoch epoch, long from, long to) throws MqttException {
        for (long next = from; next <= to; next += BATCH) {
            List<EventEnvelope> envelopes = LongStream.rangeClosed(next, Math.min(to, next + BATCH - 1))
                    .mapToObj(seq -> TestStation.envelope(seq, EVENT))
                    .toList();
            station.say(Topics.EVT, Codec.encode(new EventBatch(epoch, envelopes)), false);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName()));
        command.addAll(LiveServer.arguments(directory));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> Files.exists(directory.resolve("data/ports.properties")) || !process.isAlive());
        assertThat(process.isAlive())
                .as(Files.readString(directory.resolve("server.log")))
                .isTrue();
        return process;
    }

    private int brokerPort() throws IOException {
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("data/ports.properties"))) {
            ports.load(reader);
        }
        return Integer.parseInt(ports.getProperty("broker.port"));
    }
}
