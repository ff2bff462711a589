package foyer.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.kiosk.circulation.Attempts;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.EventEnvelope;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.Signed;
import foyer.station.StationEvent;
import foyer.station.StationEvent.DoorForced;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void whatWasCommittedIsThereAfterTheNextStart() throws Exception {
        Epoch epoch;
        Signed signed = new Signed("{}", "c2ln");
        Attempts.Attempt attempt = new Attempts.Attempt("t1", "mac", 40);
        try (Store store = Store.open(dir, false)) {
            epoch = store.epoch();
            assertThat(store.boot()).isEqualTo(1);
            store.commit(new Commit(
                    List.of(door("1"), door("2")),
                    List.of(new Attempts.Change.Counted(attempt)),
                    Optional.of(signed),
                    50,
                    NOON,
                    ClockQuality.NTP));
        }
        try (Store store = Store.open(dir, true)) {
            assertThat(store.epoch()).isEqualTo(epoch);
            assertThat(store.boot()).isEqualTo(2);
            assertThat(store.lastSeq()).isEqualTo(2);
            assertThat(store.kept())
                    .isEqualTo(new Kept(
                            List.of(door("1"), door("2")),
                            new Attempts(List.of(attempt)),
                            Optional.of(signed),
                            50,
                            Optional.of(NOON),
                            Optional.empty()));
            store.commit(facts(60, door("3")));
            EventEnvelope third = store.events(3, 50).getFirst();
            assertThat(third).isEqualTo(new EventEnvelope(3, 2, 10, NOON, ClockQuality.HELD, door("3")));
        }
    }

    @Test
    void seqHasNoGapsAndTheOutboxGoesOnTheAckOnly() throws Exception {
        try (Store store = Store.open(dir, false)) {
            IntStream.rangeClosed(1, 7).forEach(i -> commit(store, door(String.valueOf(i))));
            assertThat(store.events(1, 50)).extracting(EventEnvelope::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(store.events(6, 50)).hasSize(2);
            assertThat(store.events(1, 3)).hasSize(3);
            store.acked(4);
            assertThat(store.firstWaiting()).isEqualTo(5);
            store.acked(2);
            store.acked(99);
            assertThat(store.firstWaiting())
                    .as("an ack that cannot be moves nothing")
                    .isEqualTo(5);
        }
        try (Store store = Store.open(dir, true)) {
            assertThat(store.firstWaiting()).isEqualTo(5);
            assertThat(store.lastSeq()).isEqualTo(7);
            assertThat(store.events(3, 1))
                    .as("an acked event can be sent again")
                    .hasSize(1);
            store.acked(7);
            assertThat(store.firstWaiting()).isEqualTo(8);
        }
    }

    @Test
    void aForgivenAttemptIsGoneAndYesterdaysAreForgotten() throws Exception {
        try (Store store = Store.open(dir, false)) {
            attempts(store, counted("old", 0));
            attempts(store, counted("right", 10));
            attempts(store, new Attempts.Change.Forgiven("right"));
            attempts(store, counted("new", Attempts.DAY_MS));
        }
        try (Store store = Store.open(dir, true)) {
            assertThat(store.kept().attempts().counted())
                    .extracting(Attempts.Attempt::ticket)
                    .containsExactly("new");
        }
    }

    @Test
    void aCommitThatFailsLeavesNothingAndCanBeTriedAgain() throws Exception {
        try (Store store = Store.open(dir, false)) {
            execute("CREATE TRIGGER broken BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'planted'); END");
            assertThatThrownBy(() -> store.commit(facts(1, door("1"))))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining("planted");
            assertThat(store.lastSeq()).isZero();
            assertThat(store.events(1, 50)).isEmpty();
            execute("DROP TRIGGER broken");
            store.commit(facts(1, door("1")));
            assertThat(store.lastSeq()).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskFinishesOnTheReserve() throws Exception {
        try (Store store = Store.open(dir, false)) {
            assertThat(dir.resolve("reserve")).hasSize(8 * 1024 * 1024);
            assertThat(store.low()).isFalse();
        }
        try (Store store = Store.open(dir, true)) {
            store.limitPages(8);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            store.commit(facts(i, door("1")));
                        }
                    })
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining("full disk");
            assertThat(store.low()).isTrue();
            assertThat(dir.resolve("reserve")).doesNotExist();
            long kept = store.lastSeq();
            store.limitPages(1_000);
            store.commit(facts(1, door("2")));
            assertThat(store.lastSeq()).isEqualTo(kept + 1);
        }
    }

    @Test
    void aDamagedDatabaseIsSetAsideWholeAndANewEpochBegins() throws Exception {
        Epoch before;
        try (Store store = Store.open(dir, false)) {
            before = store.epoch();
            for (int i = 0; i < 200; i++) {
                store.commit(facts(i, door("1")));
            }
        }
        Path file = dir.resolve("station.db");
        byte[] damaged = damage(file);
        try (Store store = Store.open(dir, true)) {
            assertThat(store.epoch()).isNotEqualTo(before);
            assertThat(store.lastSeq()).isZero();
            assertThat(store.kept().lost())
                    .hasValueSatisfying(words -> assertThat(words).contains("station.db.damaged-1"));
        }
        assertThat(dir.resolve("station.db.damaged-1")).hasBinaryContent(damaged);
    }

    @Test
    void aGapInTheJournalIsDamageToo() throws Exception {
        try (Store store = Store.open(dir, false)) {
            store.commit(facts(1, door("1"), door("2"), door("3")));
        }
        execute("DELETE FROM journal WHERE seq = 2");
        try (Store store = Store.open(dir, true)) {
            assertThat(store.kept().lost()).isPresent();
        }
        try (Store store = Store.open(dir, true)) {
            assertThat(store.kept().lost()).as("told once").isEmpty();
        }
    }

    @Test
    void aDatabaseThatShouldBeThereAndIsNotWasLost() throws Exception {
        try (Store store = Store.open(dir, true)) {
            assertThat(store.kept().lost()).isPresent();
        }
    }

    @Test
    void aFirstStartLosesNothing() throws Exception {
        try (Store store = Store.open(dir, false)) {
            assertThat(store.kept().lost()).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void noTwoDatabasesShareAnEpoch() throws Exception {
        try (Store one = Store.open(dir.resolve("one"), false);
                Store two = Store.open(dir.resolve("two"), false)) {
            assertThat(one.epoch()).isNotEqualTo(two.epoch());
        }
    }

    private static byte[] damage(Path file) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[4096];
            Arrays.fill(noise, (byte) 0x5A);
            raw.seek(4096);
            raw.write(noise);
        }
        return Files.readAllBytes(file);
    }

    private void execute(String sql) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("station.db"));
                Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void commit(Store store, StationEvent event) {
        try {
            store.commit(facts(1, event));
        } catch (StoreFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static void attempts(Store store, Attempts.Change change) throws StoreFault {
        store.commit(new Commit(List.of(), List.of(change), Optional.empty(), 1, NOON, ClockQuality.HELD));
    }

    private static Attempts.Change counted(String ticket, long ms) {
        return new Attempts.Change.Counted(new Attempts.Attempt(ticket, "mac", ms));
    }

    private static Commit facts(long runningMs, StationEvent... facts) {
        return new Commit(Stream.of(facts).toList(), List.of(), Optional.empty(), runningMs, NOON, ClockQuality.HELD);
    }

    private static StationEvent door(String name) {
        return new DoorForced(new CompartmentId(name));
    }
}
