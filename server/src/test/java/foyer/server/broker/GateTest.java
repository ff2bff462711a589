package foyer.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.server.ChildServer;
import foyer.server.LiveServer;
import foyer.server.TestLedger;
import foyer.server.TestStation;
import foyer.server.broker.EnrolmentDesk.Answer;
import foyer.server.broker.EnrolmentDesk.Why;
import foyer.server.ledger.Enrolments;
import foyer.server.projection.Projections;
import foyer.station.Codec;
import foyer.station.Epoch;
import foyer.station.EventBatch;
import foyer.station.Ids;
import foyer.station.StationEvent;
import foyer.station.StationId;
import foyer.station.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may connect, say and hear what: security's first three promises. */
@Tag("ledger")
class GateTest {
    private static final long WAIT_MS = 10_000;

    /** MQTT 5, 2.4. */
    private static final int NOT_AUTHORIZED = 0x87;

    private static final StationEvent EVENT = new StationEvent.Refused(StationEvent.Refusal.NOTHING_READY, "nothing");

    @TempDir
    private Path directory;

    private final LiveServer server = LiveServer.shared();

    private interface Asked {
        IMqttToken ask() throws MqttException;
    }

    /** The broker answers with a reason, or ends the connection. */
    private static void denied(Asked asked) {
        int[] reasons;
        try {
            IMqttToken token = asked.ask();
            token.waitForCompletion(WAIT_MS);
            reasons = token.getReasonCodes();
        } catch (MqttException e) {
            reasons = new int[] {e.getReasonCode()};
        }
        assertThat(reasons).containsOnly(NOT_AUTHORIZED);
    }

    @ParameterizedTest
    @EnumSource(Topics.class)
    void anotherStationsTopicsAreDenied(Topics kind) throws MqttException {
        Epoch epoch = new Epoch(Ids.random());
        try (TestStation victim = server.station().connected();
                TestStation thief = server.station()) {
            MqttAsyncClient client = thief.connect(thief.id.value(), thief.context(true));
            byte[] payload = Codec.encode(new EventBatch(epoch, List.of(TestStation.envelope(1, EVENT))));
            denied(() -> client.publish(kind.of(victim.id), new MqttMessage(payload, 1, false, null)));
            Projections projections = server.bean(Projections.class);
            assertThat(projections.station(victim.id.value()).orElseThrow().happened())
                    .noneMatch(line -> line.kind().equals("refused"));
        }
    }

    @ParameterizedTest
    @EnumSource(Topics.class)
    void anotherStationsTopicsAreNotHeard(Topics kind) throws MqttException {
        try (TestStation victim = server.station();
                TestStation thief = server.station()) {
            MqttAsyncClient client = thief.connect(thief.id.value(), thief.context(true));
            for (String filter : List.of(kind.of(victim.id), kind.ofAll(), "#")) {
                denied(() -> client.subscribe(filter, 1));
            }
        }
    }

    @Test
    void aStationDoesNotSpeakForTheServerNorKeepWhatIsPersonal() throws MqttException {
        for (Topics kind : List.of(Topics.ACK, Topics.DESIRED)) {
            try (TestStation station = server.station().connected()) {
                denied(() -> station.say(kind, new byte[] {1}, false));
            }
        }
        try (TestStation station = server.station().connected()) {
            denied(() -> station.say(Topics.EVT, new byte[] {1}, true));
        }
    }

    @Test
    void nobodyComesInWithoutACertificate() throws MqttException {
        try (TestStation station = server.station()) {
            assertThatThrownBy(() -> station.connect(station.id.value(), station.context(false)))
                    .isInstanceOf(MqttException.class);
        }
    }

    @Test
    void nobodyComesInWithoutTls() throws MqttException {
        MqttAsyncClient plain =
                new MqttAsyncClient("tcp://127.0.0.1:" + server.brokerPort(), "door-1", new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setConnectionTimeout(5);
        assertThatThrownBy(() -> plain.connect(options).waitForCompletion(WAIT_MS))
                .isInstanceOf(MqttException.class);
        plain.close(true);
    }

    @Test
    void anOlderTlsIsRefused() throws IOException, MqttException {
        try (TestStation station = server.station();
                Socket socket =
                        station.context(true).getSocketFactory().createSocket("127.0.0.1", server.brokerPort())) {
            SSLSocket tls = (SSLSocket) socket;
            tls.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(tls::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theNameIsTheCertificatesAndNotTheClients() throws MqttException {
        try (TestStation station = server.station()) {
            String other = station.id.value() + "-9";
            assertThatThrownBy(() -> station.connect(other, station.context(true)))
                    .isInstanceOf(MqttException.class);
            assertThatThrownBy(() -> station.connect("server", station.context(true)))
                    .isInstanceOf(MqttException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, a:2, true",
        "a, a.x, true",
        "a, ab, false",
        "a, a-b, false",
        "a, a1, false",
        "ab, a, false"
    })
    void aClientIdBelongsToOneName(String name, String client, boolean owned) {
        assertThat(StationGate.owns(name, client)).isEqualTo(owned);
    }

    @Test
    void enrollingAgainMakesTheEarlierCertificateWorthless() throws MqttException {
        StationId id = new StationId("twice-" + Ids.random().substring(0, 8));
        try (TestStation first = server.enrol(id, LiveServer.BRANCH);
                TestStation second = server.enrol(id, LiveServer.BRANCH)) {
            assertThatThrownBy(first::connected).isInstanceOf(MqttException.class);
            second.connected();
        }
    }

    @Test
    void aTokenIsGoodOnceAndForAQuarterOfAnHour() {
        EnrolmentDesk desk = server.bean(EnrolmentDesk.class);
        StationId id = new StationId("token-" + Ids.random().substring(0, 8));
        desk.register(id, LiveServer.BRANCH);
        String request = TestStation.Keys.make(id.value()).request();
        String token = desk.token(id);
        assertThat(desk.enrol(token, request)).isInstanceOf(Answer.Enrolled.class);
        assertThat(server.bean(Enrolments.class).enrolled(id))
                .as("until it has come, the next start writes it another file")
                .isFalse();
        assertThat(desk.enrol(token, request)).isEqualTo(new Answer.Refused(Why.TOKEN));
        assertThat(desk.enrol(Ids.random(), request)).isEqualTo(new Answer.Refused(Why.TOKEN));
        String late = desk.token(id);
        server.clock().step(EnrolmentDesk.TOKEN_LIFE);
        assertThat(desk.enrol(late, request)).isEqualTo(new Answer.Refused(Why.TOKEN));
    }

    @Test
    void aRequestIsForTheTokensStationAndSigned() {
        EnrolmentDesk desk = server.bean(EnrolmentDesk.class);
        StationId id = new StationId("asked-" + Ids.random().substring(0, 8));
        desk.register(id, LiveServer.BRANCH);
        String token = desk.token(id);
        assertThat(desk.enrol(token, TestStation.Keys.make("another").request()))
                .isEqualTo(new Answer.Refused(Why.NAME));
        for (String rubbish :
                List.of("", "no PEM", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----")) {
            assertThat(desk.enrol(token, rubbish)).isEqualTo(new Answer.Refused(Why.REQUEST));
        }
        assertThat(desk.enrol(token, TestStation.Keys.make(id.value()).request()))
                .isInstanceOf(Answer.Enrolled.class);
    }

    @Test
    void secretsAreForTheServersUserOnly() throws IOException {
        try (Stream<Path> files = Files.list(server.data().resolve("keys"))) {
            assertThat(files).hasSize(4).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
        try (Stream<Path> ledger = Files.list(server.data())) {
            List<Path> found = ledger.filter(
                            file -> String.valueOf(file.getFileName()).startsWith("ledger."))
                    .toList();
            assertThat(found.isEmpty()).isNotEqualTo(TestLedger.inFiles());
            assertThat(found)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.data())))
                .isEqualTo("rwx------");
    }

    @Test
    void thePlaintextListenerShowsOnlyWhatIsNotPersonal() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> arguments = new ArrayList<>(LiveServer.arguments(directory));
        arguments.add("--foyer.broker.plaintext-port=" + port);
        try (ChildServer own = ChildServer.start(directory, arguments)) {
            assertThat(own.brokerPort()).isNotEqualTo(port);
            MqttAsyncClient onlooker =
                    new MqttAsyncClient("tcp://127.0.0.1:" + port, "onlooker", new MemoryPersistence());
            onlooker.connect(new MqttConnectionOptions()).waitForCompletion(WAIT_MS);
            onlooker.subscribe(Topics.STATE.ofAll(), 1).waitForCompletion(WAIT_MS);
            for (Topics personal : List.of(Topics.EVT, Topics.ACK, Topics.BIRTH, Topics.DESIRED)) {
                denied(() -> onlooker.subscribe(personal.ofAll(), 1));
            }
            denied(() -> onlooker.publish(
                    Topics.EVT.of(new StationId("any")), new MqttMessage(new byte[] {1}, 1, false, null)));
            // What was denied may end the connection, at any moment: a farewell would wait for ever.
            onlooker.disconnectForcibly(0, 0, false);
            onlooker.close(true);
        }
    }
}
