package foyer.server.ledger;

import foyer.server.Settings;
import foyer.server.TestLedger;
import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.property.Event;
import foyer.server.circulation.property.World;
import foyer.station.StaffId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger alone, in a directory of its own, with a world's branches, copies and people in it. */
final class Books implements AutoCloseable {
    private static final List<String> LANGUAGES = List.of("en");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Books(Path directory, World world) {
        Settings settings = new Settings(
                directory.resolve("data"),
                null,
                null,
                ledger(directory),
                new Settings.Broker("127.0.0.1", 0, List.of(), null),
                List.of());
        context.registerBean(Settings.class, () -> settings);
        context.scan("foyer.server.ledger");
        context.refresh();
        bean(Ledger.class).change(() -> furnish(world));
    }

    private static Settings.Ledger ledger(Path directory) {
        List<String> arguments = TestLedger.arguments(directory);
        return new Settings.Ledger(argument(arguments, "url"), argument(arguments, "user"), null, 2, 2);
    }

    private static @Nullable String argument(List<String> arguments, String name) {
        String start = "--foyer.ledger." + name + "=";
        return arguments.stream()
                .filter(one -> one.startsWith(start))
                .map(one -> one.substring(start.length()))
                .findFirst()
                .orElse(null);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient sql() {
        return context.getBean("ledgerClient", JdbcClient.class);
    }

    private void furnish(World world) {
        Seeds seeds = bean(Seeds.class);
        world.staff().keySet().forEach(network -> seeds.network(new Seeds.Network(network, network, Map.of())));
        world.sites().values().forEach(site -> branch(seeds, site));
        world.items().stream()
                .map(item -> new Seeds.Title(
                        item.title(),
                        item.network(),
                        item.title(),
                        "author",
                        Optional.empty(),
                        Optional.empty(),
                        "en",
                        item.material()))
                .distinct()
                .forEach(seeds::title);
        world.items().forEach(item -> seeds.item(new Seeds.Item(item.barcode().value(), item.title(), item.branch())));
        world.patrons()
                .forEach(patron -> seeds.patron(new Seeds.Patron(
                        patron.id().value(),
                        patron.network(),
                        patron.branch(),
                        patron.id().value(),
                        "pin",
                        patron.id().value(),
                        "password",
                        "given",
                        "family",
                        "en",
                        false)));
        Enrolments enrolments = bean(Enrolments.class);
        world.stations().forEach((branch, station) -> enrolments.register(station, branch, "key"));
    }

    private void branch(Seeds seeds, Site site) {
        Map<String, String> policy = new TreeMap<>();
        site.policy().values().forEach((key, value) -> policy.put(key.text(), value));
        seeds.branch(new Seeds.Branch(
                site.branch(),
                site.network(),
                Map.of("en", site.branch()),
                "",
                "",
                "",
                site.calendar(),
                LANGUAGES,
                policy));
        for (Special special : site.calendar().specials().values()) {
            bean(Places.class).set(site.branch(), special);
        }
    }

    /** In one transaction, as a station's batch is written. */
    void write(List<Event> events) {
        Changes changes = bean(Changes.class);
        bean(Ledger.class)
                .change(() -> events.forEach(event -> {
                    Journal.Line line = new Journal.Line(
                            event.station(),
                            event.kind(),
                            event.who(),
                            event.mention(),
                            event.at(),
                            event.receivedAt());
                    changes.apply(line, event.changes());
                }));
    }

    /** Staff have looked at everything that was odd, but for the last few. */
    void closeAlarms(StaffId by, Instant at) {
        List<Long> open = sql().sql("SELECT id FROM discrepancy WHERE closed_at IS NULL ORDER BY id")
                .query((row, n) -> row.getLong(1))
                .list();
        bean(Ledger.class).change(() -> open.subList(0, Math.max(0, open.size() - 4))
                .forEach(id -> bean(Journal.class).close(id, by.value(), at)));
    }

    /** Every row of a table as text, in one order; without some of its columns. */
    List<String> rows(String table, String... without) {
        return sql().sql("SELECT * FROM " + table).query().listOfRows().stream()
                .map(TreeMap::new)
                .peek(row -> List.of(without).forEach(row::remove))
                .map(TreeMap::toString)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
