package foyer.server.bench;

import foyer.server.ServerMain;
import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.Explaining;
import foyer.server.desk.HoldDesk;
import foyer.server.ledger.Ledger;
import foyer.server.projection.AccountPage;
import foyer.server.projection.AccountPages;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Placing a hold, and the data of a patron's account page, over a library of a million titles on both databases; beside
 * each the database's own time for one durable row, in the same run. PostgreSQL runs with every promise kept: fsync,
 * synchronous commit and full pages on, these compressed.
 *
 * <p>Settings: {@code -Dpart=0.01} for a hundredth of the library, {@code -Dcount=10000} measured commands of each kind.
 */
public final class CirculationBench {
    private static final double LIMIT_MS = 20;
    private static final int CLIENTS = 2;
    private static final long SEED = 20261125;
    private static final String ROW = "%-12s %-34s %8s %8s %8s %8s %10s%n";

    private final String database;
    private final ConfigurableApplicationContext server;
    private final BigLibrary.Size size;
    private final int count;

    private CirculationBench(String database, ConfigurableApplicationContext server, BigLibrary.Size size, int count) {
        this.database = database;
        this.server = server;
        this.size = size;
        this.count = count;
    }

    /** Takes no arguments; leaves nothing behind. */
    public static void main(String[] arguments) throws Exception {
        BigLibrary.Size size = BigLibrary.Size.of(Double.parseDouble(System.getProperty("part", "1")));
        int count = Integer.getInteger("count", 10_000);
        Path work = Files.createDirectories(Path.of(System.getProperty("foyer.work", "target/benchmark")));
        System.out.printf(
                "%,d titles, %,d items, %,d patrons, %,d open holds; %d clients; limit %.0f ms at p99%n",
                size.titles(), size.items(), size.patrons(), size.openHolds(), CLIENTS, LIMIT_MS);
        List<String> table = new ArrayList<>();
        table.addAll(sqlite(work, size, count));
        table.addAll(postgresql(work, size, count));
        System.out.printf(ROW, "", "", "p50 ms", "p95 ms", "p99 ms", "max ms", "a second");
        table.forEach(System.out::print);
        // The broker leaves threads that do not end by themselves.
        System.exit(table.stream().anyMatch(row -> row.contains("over the limit")) ? 1 : 0);
    }

    private static List<String> sqlite(Path work, BigLibrary.Size size, int count) throws Exception {
        Path directory = Files.createTempDirectory(work, "sqlite-");
        Files.createDirectories(directory.resolve("data"));
        String url = "jdbc:sqlite:" + directory.resolve("data/ledger.db");
        try {
            fill("SQLite", url, "", "sqlite", List.of("PRAGMA synchronous = OFF", "PRAGMA journal_mode = WAL"), size);
            return run("SQLite", directory, Map.of(), size, count);
        } finally {
            delete(directory);
        }
    }

    private static List<String> postgresql(Path work, BigLibrary.Size size, int count) throws Exception {
        Path directory = Files.createTempDirectory(work, "postgresql-");
        try (EmbeddedPostgres running = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("base"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("wal_compression", "on")
                .start()) {
            String url = "jdbc:postgresql://localhost:" + running.getPort() + "/postgres?reWriteBatchedInserts=true";
            System.out.println("PostgreSQL " + promises(url));
            fill("PostgreSQL", url, "postgres", "postgresql", List.of(), size);
            settle(url);
            Map<String, String> settings = Map.of("foyer.ledger.url", url, "foyer.ledger.user", "postgres");
            return run("PostgreSQL", directory, settings, size, count);
        } finally {
            delete(directory);
        }
    }

    /** As after a night: else it would do this for hours of rows that were all inserted at once, while we measure. */
    private static void settle(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    private static String promises(String url) throws SQLException {
        List<String> said = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    said.add(name + "=" + row.getString(1));
                }
            }
        }
        return String.join(" ", said);
    }

    private static void fill(
            String database, String url, String user, String migrations, List<String> before, BigLibrary.Size size)
            throws SQLException {
        Instant begun = Instant.now();
        Flyway.configure()
                .dataSource(url, user, "")
                .locations("classpath:db/migration/" + migrations)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, user, "")) {
            try (Statement statement = connection.createStatement()) {
                for (String setting : before) {
                    statement.execute(setting);
                }
            }
            new BigLibrary(connection, size, Instant.now()).make();
        }
        System.out.printf(
                "%s: filled in %d s%n",
                database, Duration.between(begun, Instant.now()).toSeconds());
    }

    private static List<String> run(
            String database, Path directory, Map<String, String> settings, BigLibrary.Size size, int count)
            throws Exception {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("foyer.data", directory.resolve("data").toString());
        all.put("server.port", "0");
        all.put("foyer.broker.bind", "127.0.0.1");
        all.put("foyer.broker.port", "0");
        SpringApplication application = new SpringApplication(ServerMain.class);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try (ConfigurableApplicationContext server = application.run(arguments)) {
            return new CirculationBench(database, server, size, count).measure();
        }
    }

    private List<String> measure() throws Exception {
        HoldDesk desk = server.getBean(HoldDesk.class);
        AccountPages accounts = server.getBean(AccountPages.class);
        Explaining explaining = server.getBean(Explaining.class);
        List<String> rows = new ArrayList<>();
        timed("warm-up", random -> place(desk, random), count / 5);
        timed("warm-up", random -> account(accounts, explaining, random), count / 5);
        rows.add(row("one durable row (the database's own)", timed("raw", this::raw, count), false));
        rows.add(row("place a hold", timed("place", random -> place(desk, random), count), true));
        rows.add(row("account page", timed("account", random -> account(accounts, explaining, random), count), true));
        return rows;
    }

    private interface Work {
        void once(Random random);
    }

    private void raw(Random random) {
        server.getBean(Ledger.class).change(() -> server.getBean("ledgerClient", JdbcClient.class)
                .sql("INSERT INTO refusal (network, place, day, reason, times) VALUES ('', 'bench', :day, :reason, 1)")
                .param("day", Long.toString(random.nextLong()))
                .param("reason", Long.toString(random.nextLong()))
                .update());
    }

    /** Three in four take a copy from a shelf, one in four joins a queue. */
    private void place(HoldDesk desk, Random random) {
        String patron = BigLibrary.patron(random.nextInt(size.patrons()));
        int first = size.lent() + size.kept();
        String title = random.nextInt(4) == 0
                ? BigLibrary.title(random.nextInt(size.lent()))
                : BigLibrary.title(first + random.nextInt(size.titles() - first));
        HoldDesk.Wish wish = new HoldDesk.Wish(
                title, Optional.empty(), BigLibrary.branch(random.nextInt(BigLibrary.BRANCHES)), Optional.empty());
        Answer answer = desk.place(Ask.patron(patron).once(Long.toString(random.nextLong())), patron, wish);
        if (answer instanceof Answer.Refused no && !no.code().startsWith("already-")) {
            throw new IllegalStateException("a hold that should be placed was refused: " + no);
        }
    }

    private void account(AccountPages accounts, Explaining explaining, Random random) {
        String patron = BigLibrary.patron(random.nextInt(size.patrons()));
        AccountPage page = accounts.find(patron).orElseThrow();
        for (AccountPage.Waiting waiting : page.inQueue()) {
            if (explaining.expected(waiting.hold().id()).isEmpty()) {
                throw new IllegalStateException("who waits is told a date");
            }
        }
    }

    /** @param nanos of each command, the shortest first */
    private record Times(List<Long> nanos, Duration whole) {}

    private Times timed(String what, Work work, int times) throws Exception {
        List<Callable<long[]>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(SEED + client + 31L * what.hashCode());
            clients.add(() -> {
                long[] nanos = new long[times / CLIENTS];
                for (int i = 0; i < nanos.length; i++) {
                    long begun = System.nanoTime();
                    work.once(random);
                    nanos[i] = System.nanoTime() - begun;
                }
                return nanos;
            });
        }
        long begun = System.nanoTime();
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<long[]> client : threads.invokeAll(clients)) {
                for (long nanos : client.get()) {
                    all.add(nanos);
                }
            }
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - begun);
        return new Times(all.stream().sorted().toList(), whole);
    }

    private String row(String what, Times times, boolean limited) {
        double p99 = at(times, 0.99);
        String verdict = !limited ? "" : p99 <= LIMIT_MS ? "  within the limit" : "  over the limit";
        return String.format(
                        ROW.replace("%n", ""),
                        database,
                        what,
                        ms(at(times, 0.5)),
                        ms(at(times, 0.95)),
                        ms(p99),
                        ms(at(times, 1)),
                        String.format(
                                "%,.0f", times.nanos().size() / (times.whole().toMillis() / 1000.0)))
                + verdict
                + System.lineSeparator();
    }

    private static double at(Times times, double part) {
        int index = (int) Math.ceil(part * times.nanos().size()) - 1;
        return times.nanos().get(Math.max(0, index)) / 1e6;
    }

    private static String ms(double value) {
        return String.format("%.2f", value);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
