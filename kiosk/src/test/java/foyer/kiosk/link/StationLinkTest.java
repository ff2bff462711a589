package foyer.kiosk.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import foyer.kiosk.circulation.Wall;
import foyer.kiosk.store.Commit;
import foyer.kiosk.store.Store;
import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.ServerMessage;
import foyer.station.ServerMessage.Branch;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Release;
import foyer.station.ServerMessage.ReturnWindow;
import foyer.station.ServerMessage.Rules;
import foyer.station.Signed;
import foyer.station.StationEvent;
import foyer.station.StationEvent.DoorForced;
import foyer.station.StationId;
import foyer.station.StationState;
import foyer.station.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StationLinkTest {
    private static final AtomicInteger STATIONS = new AtomicInteger();
    private static final Wall WALL = new Wall(List.of(), List.of());

    @TempDir
    private static Path brokerHome;

    private static TestBroker broker;

    @TempDir
    private Path dir;

    private final Heard heard = new Heard();
    private KeyPair serverKey;
    /** A broker remembers what was retained, so each test is another station. */
    private final StationId station = new StationId("station-" + STATIONS.incrementAndGet());

    private TestServer server;
    private Store store;
    private StationLink link;

    private static final class Heard implements LinkListener {
        final List<Desired> desired = new CopyOnWriteArrayList<>();
        final List<String> rejected = new CopyOnWriteArrayList<>();
        final List<Boolean> online = new CopyOnWriteArrayList<>();

        @Override
        public void desired(Signed signed, Desired message) {
            desired.add(message);
        }

        @Override
        public void rejected(String why) {
            rejected.add(why);
        }

        @Override
        public void online(boolean is) {
            online.add(is);
        }
    }

    @BeforeEach
    void start() throws Exception {
        serverKey = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = new TestServer(broker.url(), station);
        store = Store.open(dir.resolve("data"), false);
        link = link(broker.url());
    }

    private StationLink link(URI url) throws Exception {
        return new StationLink(
                new LinkSettings(station, url, Optional.empty(), commands(), WALL, "test"),
                store,
                () -> 7,
                heard,
                Clock.systemUTC());
    }

    @AfterEach
    void end() throws Exception {
        link.close();
        store.close();
        server.close();
    }

    @BeforeAll
    static void startBroker() throws Exception {
        broker = TestBroker.start(brokerHome, TestBroker.freePort());
    }

    @AfterAll
    static void endBroker() {
        broker.close();
    }

    @Test
    void theOutboxGoesInOrderAndItsRowsOnTheServersAckOnly() throws Exception {
        facts(120);
        link.start();
        soon().until(() -> server.seqs().equals(upTo(120)));
        assertThat(server.batches).extracting(batch -> batch.events().size()).containsExactly(50, 50, 20);
        Birth birth = server.births.getFirst();
        assertThat(birth.epoch()).isEqualTo(store.epoch());
        assertThat(birth.firstSeq()).isEqualTo(1);
        assertThat(birth.lastSeq()).isEqualTo(120);
        assertThat(birth.desiredVersion()).isEqualTo(7);
        assertThat(server.links.getFirst().online()).isTrue();
        assertThat(server.links.getFirst().link()).isEqualTo(birth.link());
        assertThat(store.firstWaiting())
                .as("that the broker has them means nothing")
                .isEqualTo(1);
        server.ack(store.epoch(), 70);
        soon().until(() -> store.firstWaiting() == 71);
        server.ack(new Epoch("another"), 120);
        server.ack(store.epoch(), 9999);
        server.ack(store.epoch(), 120);
        soon().until(() -> store.firstWaiting() == 121);
        facts(1);
        link.grew();
        soon().until(() -> server.seqs().contains(121L));
    }

    @Test
    void atMostTwentyBatchesAreUnderwayAndAnAckMakesRoom() throws Exception {
        facts(1_200);
        link.start();
        soon().until(() -> server.seqs().size() == 1_000);
        server.ack(store.epoch(), 50);
        soon().until(() -> server.seqs().size() == 1_050);
        assertThat(server.seqs()).isEqualTo(upTo(1_050));
        server.ack(store.epoch(), 1_050);
        soon().until(() -> server.seqs().equals(upTo(1_200)));
    }

    @Test
    void theServerAsksAgainFromWhereItIsMissingSomething() throws Exception {
        facts(60);
        link.start();
        soon().until(() -> server.seqs().size() == 60);
        server.batches.clear();
        server.say(Topics.ACK, new ServerMessage.Resend(store.epoch(), 41));
        soon().until(() -> server.seqs().size() == 20);
        assertThat(server.seqs())
                .isEqualTo(LongStream.rangeClosed(41, 60).boxed().toList());
    }

    @Test
    void withoutAnyProgressForTenSecondsEverythingAfterTheLastAckIsSentAgain() throws Exception {
        facts(60);
        link.start();
        soon().until(() -> server.seqs().size() == 60);
        server.ack(store.epoch(), 10);
        soon().until(() -> store.firstWaiting() == 11);
        server.batches.clear();
        await().atMost(Duration.ofSeconds(30)).until(() -> server.seqs().size() == 50);
        assertThat(server.seqs())
                .isEqualTo(LongStream.rangeClosed(11, 60).boxed().toList());
    }

    @Test
    void aBrokerThatDiesAndComesBackLosesNothing() throws Exception {
        int port = TestBroker.freePort();
        facts(10);
        try (TestBroker mortal = TestBroker.start(dir.resolve("first"), port)) {
            server.close();
            server = new TestServer(mortal.url(), station);
            link = link(mortal.url());
            link.start();
            soon().until(() -> server.seqs().size() == 10);
            server.ack(store.epoch(), 10);
            soon().until(() -> store.firstWaiting() == 11);
            server.close();
        }
        soon().until(() -> heard.online.equals(List.of(true, false)));
        facts(25);
        link.grew();
        try (TestBroker again = TestBroker.start(dir.resolve("second"), port)) {
            server = new TestServer(again.url(), station);
            await().atMost(Duration.ofSeconds(60)).until(() -> server.births.size() == 1);
            assertThat(server.births.getFirst().firstSeq()).isEqualTo(11);
            soon().until(() ->
                    server.seqs().equals(LongStream.rangeClosed(11, 35).boxed().toList()));
            assertThat(heard.online).containsExactly(true, false, true);
            server.close();
        }
    }

    @Test
    void onlyTheServersOwnSignatureForThisStationIsHeard() throws Exception {
        link.start();
        soon().until(() -> !server.births.isEmpty());
        String body = Codec.encodeText(desired(3));
        server.say(Topics.DESIRED, new Signed(body.replace("Ilūkste", "Līvāni"), sign(station, body)));
        server.say(Topics.DESIRED, new Signed(body, sign(new StationId("livani-1"), body)));
        server.say(Topics.DESIRED, new Signed(body, "AAAA"));
        server.say(Topics.ACK, desired(4));
        server.say(Topics.DESIRED, "garbage");
        soon().until(() -> heard.rejected.size() == 5);
        assertThat(heard.desired).isEmpty();
        server.say(Topics.DESIRED, new Signed(body, sign(station, body)));
        soon().until(() -> heard.desired.equals(List.of(desired(3))));
    }

    @Test
    void thePictureIsRetainedAndComesAtMostFiveTimesASecond() throws Exception {
        link.start();
        soon().until(() -> !server.births.isEmpty());
        long before = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            link.picture(picture(i));
        }
        soon().until(() -> !server.states.isEmpty()
                && server.states.getLast().bins().getFirst().dropped() == 99);
        long tenths = Duration.ofNanos(System.nanoTime() - before).toMillis() / 100;
        assertThat((long) server.states.size()).isLessThanOrEqualTo(2 + tenths / 2);
        try (TestServer later = new TestServer(broker.url(), station, "later")) {
            soon().until(() -> later.states.size() == 1 && later.links.size() == 1);
        }
    }

    @Test
    void aStationThatGoesSaysSo() throws Exception {
        link.start();
        soon().until(() -> server.links.size() == 1);
        link.close();
        soon().until(() -> server.links.size() == 2);
        assertThat(server.links.getLast().online()).isFalse();
        assertThat(server.links.getLast().link())
                .isEqualTo(server.links.getFirst().link());
    }

    @Test
    void withoutTlsOnlyThisMachineIsSpokenTo() throws Exception {
        CommandKey commands = commands();
        for (String url : new String[] {"tcp://192.0.2.1:1883", "ssl://localhost:8883", "http://localhost:80"}) {
            assertThatThrownBy(
                            () -> new LinkSettings(station, URI.create(url), Optional.empty(), commands, WALL, "test"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private CommandKey commands() throws Exception {
        return new CommandKey(
                station,
                Base64.getEncoder().encodeToString(serverKey.getPublic().getEncoded()));
    }

    private String sign(StationId station, String body) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(serverKey.getPrivate());
        signature.update(Codec.toSign(station, body));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static Desired desired(long version) {
        Instant at = Instant.parse("2026-11-23T12:00:00Z");
        return new Desired(
                version,
                at,
                new Branch(Map.of("lv", "Ilūkste"), "65462000", ZoneId.of("Europe/Riga"), List.of("lv")),
                new Rules(Release.CARD_AND_PIN, "2.*", "3.*", true, new ReturnWindow(at, at.plusSeconds(60)), 3, 40),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static StationState picture(int dropped) {
        return new StationState(
                Instant.EPOCH,
                0,
                List.of(),
                List.of(new StationState.Bin(new BinId("1"), StationState.Position.CLOSED, dropped, 100)),
                List.of(),
                StationState.Doing.IDLE);
    }

    private void facts(int count) throws Exception {
        StationEvent fact = new DoorForced(new CompartmentId("1"));
        store.commit(new Commit(
                Collections.nCopies(count, fact), List.of(), Optional.empty(), 1, Instant.EPOCH, ClockQuality.UNSET));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }
}
