package foyer.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import foyer.server.Settings;
import foyer.server.TestLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Two servers' ledgers in one PostgreSQL, with the connections that production makes: what each read still holds. */
@Tag("postgresql")
class TwoServersTest {
    private static final String SERIALIZABLE = "TRANSACTION_SERIALIZABLE";
    private static final int LIMIT = 10;

    @TempDir
    private Path directory;

    private final List<HikariDataSource> pools = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** One server's way to the ledger. Its rows are refusals, counted by day: a table without any key but its own. */
    private record Server(Ledger ledger, JdbcClient sql) {
        int rows() {
            return sql.sql("SELECT count(*) FROM refusal").query(Integer.class).single();
        }

        void insert(String day) {
            String query = """
                    INSERT INTO refusal (network, place, day, reason, times)
                    VALUES ('water', 'desk', :day, 'HOLD_LIMIT', 1)""";
            sql.sql(query).param("day", day).update();
        }
    }

    @BeforeEach
    void migrate() {
        try (HikariDataSource writer = new HikariDataSource(database().writer())) {
            new LedgerConfiguration().flyway(database(), writer);
        }
    }

    @AfterEach
    void close() {
        threads.close();
        pools.forEach(HikariDataSource::close);
    }

    private Database database() {
        String url = TestLedger.postgresql(directory);
        return new Postgresql(url, new Settings.Ledger(url, TestLedger.USER, "", 4, 1));
    }

    private Server server(String isolation) {
        HikariConfig writer = database().writer();
        assertThat(writer.getTransactionIsolation()).isEqualTo(SERIALIZABLE);
        writer.setTransactionIsolation(isolation);
        HikariDataSource pool = new HikariDataSource(writer);
        pools.add(pool);
        return new Server(new Ledger(new DataSourceTransactionManager(pool), true), JdbcClient.create(pool));
    }

    /** Both have read that there is none before either writes one; the limit is one. */
    private int rowsAfterBothRead(String isolation) throws Exception {
        CountDownLatch read = new CountDownLatch(2);
        Server first = server(isolation);
        Server second = server(isolation);
        Future<?> one = threads.submit(() -> first.ledger().change(() -> oneRow(first, read, "first")));
        Future<?> other = threads.submit(() -> second.ledger().change(() -> oneRow(second, read, "second")));
        one.get();
        other.get();
        return first.rows();
    }

    private static void oneRow(Server server, CountDownLatch read, String day) {
        boolean none = server.rows() == 0;
        read.countDown();
        awaited(read);
        if (none) {
            server.insert(day);
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatBothReadHoldsForOneOfThem() throws Exception {
        assertThat(rowsAfterBothRead(SERIALIZABLE)).isEqualTo(1);
    }

    /** The same with less: so the test can fail, and the isolation is what makes it not. */
    @ParameterizedTest
    @ValueSource(strings = {"TRANSACTION_REPEATABLE_READ", "TRANSACTION_READ_COMMITTED"})
    void withLessIsolationItWouldHoldForNeither(String isolation) throws Exception {
        assertThat(rowsAfterBothRead(isolation)).isEqualTo(2);
    }

    @Test
    void aLimitHoldsInACrowd() throws Exception {
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (Server server : List.of(server(SERIALIZABLE), server(SERIALIZABLE))) {
            for (int i = 0; i < 2 * LIMIT; i++) {
                String day = server.hashCode() + "-" + i;
                tries.add(() -> server.ledger().write(() -> {
                    boolean room = server.rows() < LIMIT;
                    if (room) {
                        server.insert(day);
                    }
                    return room;
                }));
            }
        }
        long done = 0;
        for (Future<Boolean> attempt : threads.invokeAll(tries)) {
            done += attempt.get() ? 1 : 0;
        }
        assertThat(done).isEqualTo(LIMIT);
        assertThat(server(SERIALIZABLE).rows()).isEqualTo(LIMIT);
    }

    @Test
    void partOfAWorkThatCameTooLateIsNoContradiction() throws Exception {
        CountDownLatch read = new CountDownLatch(2);
        Server first = server(SERIALIZABLE);
        Server second = server(SERIALIZABLE);
        List<Future<Optional<RuntimeException>>> both = new ArrayList<>();
        for (Server server : List.of(first, second)) {
            both.add(threads.submit(() ->
                    server.ledger().write(() -> server.ledger().attempt(() -> oneRow(server, read, "the same")))));
        }
        for (Future<Optional<RuntimeException>> one : both) {
            assertThat(one.get()).isEmpty();
        }
        assertThat(first.rows()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsTakenContradictsOnlyInTheSecondRun() {
        Server server = server(SERIALIZABLE);
        server.ledger().change(() -> server.insert("taken"));
        AtomicInteger runs = new AtomicInteger();
        Optional<RuntimeException> why = server.ledger().write(() -> {
            runs.incrementAndGet();
            return server.ledger().attempt(() -> server.insert("taken"));
        });
        assertThat(why).containsInstanceOf(DuplicateKeyException.class);
        assertThat(runs).hasValue(2);
    }

    @Test
    void whoComesTooLateEveryTimeIsTold() {
        Server server = server(SERIALIZABLE);
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> server.ledger().change(() -> {
                    runs.incrementAndGet();
                    server.insert("undone");
                    server.sql()
                            .sql("DO $$ BEGIN RAISE EXCEPTION 'late' USING ERRCODE = 'serialization_failure'; END $$")
                            .update();
                }))
                .isInstanceOf(ConcurrencyFailureException.class)
                .hasMessageContaining("12 times");
        assertThat(runs).hasValue(12);
        assertThat(server.rows()).isZero();
    }

    @Test
    void aReaderCannotWriteAndSeesOneMoment() {
        HikariDataSource reader = new HikariDataSource(database().reader());
        pools.add(reader);
        JdbcClient reading = JdbcClient.create(reader);
        Server server = server(SERIALIZABLE);
        assertThatThrownBy(() -> reading.sql("DELETE FROM refusal").update())
                .hasStackTraceContaining("read-only transaction");
        Snapshot snapshot = new Snapshot(new DataSourceTransactionManager(reader));
        String count = "SELECT count(*) FROM refusal";
        int more = snapshot.read(() -> {
            int before = reading.sql(count).query(Integer.class).single();
            server.ledger().change(() -> server.insert("meanwhile"));
            return reading.sql(count).query(Integer.class).single() - before;
        });
        assertThat(more).isZero();
        assertThat(reading.sql(count).query(Integer.class).single()).isEqualTo(1);
    }
}
