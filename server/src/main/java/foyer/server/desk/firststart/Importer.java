package foyer.server.desk.firststart;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Luhn;
import foyer.server.circulation.policy.Policy;
import foyer.server.desk.firststart.CsvRows.Row;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Seeds;
import foyer.server.staff.Argon2;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A library from six files: {@code networks, branches, titles, items, patrons, staff}. */
@Component
final class Importer {
    private static final Set<String> LANGUAGES = Set.of("lv", "el", "en", "ru");
    private static final int LUHN_DIGITS = 14;

    /** A branch that says nothing of its hours is open on working days. */
    static final String USUAL_HOURS = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
            .map(day -> day + " 10:00-18:00")
            .collect(Collectors.joining("; "));

    private final Ledger ledger;
    private final Seeds seeds;

    Importer(Ledger ledger, Seeds seeds) {
        this.ledger = ledger;
        this.seeds = seeds;
    }

    /** @throws ImportRefused when a row does not fit; then nothing is written */
    void load(Path directory) {
        CsvRows networks = read(directory, "networks", "id");
        Map<String, Seeds.Network> policies = new HashMap<>();
        networks.rows().forEach(row -> policies.put(row.text("id"), network(row)));
        CsvRows branches = read(directory, "branches", "id");
        CsvRows titles = read(directory, "titles", "id");
        CsvRows items = read(directory, "items", "barcode");
        Map<String, String> homes = networksOf(branches, policies);
        Map<String, String> works = networksOf(titles, policies);
        branches.rows().forEach(row -> checkedPolicy(row, policy(row.text("network"), policies), policy(row)));
        List<Seeds.Branch> madeBranches =
                branches.rows().stream().map(Importer::branch).toList();
        List<Seeds.Title> madeTitles =
                titles.rows().stream().map(Importer::title).toList();
        List<Seeds.Item> madeItems = items.rows().stream()
                .map(row -> item(row, works, homes, policies))
                .toList();
        List<Seeds.Patron> patrons = patrons(directory, homes, policies);
        List<Seeds.Staff> staff = staff(directory, homes, policies);
        ledger.change(() -> {
            policies.values().forEach(seeds::network);
            madeBranches.forEach(seeds::branch);
            madeTitles.forEach(seeds::title);
            madeItems.forEach(seeds::item);
            patrons.forEach(seeds::patron);
            staff.forEach(seeds::staff);
        });
    }

    /** Once to see that every row fits, and only then with hashes, which take long on purpose: all cores share them. */
    private static List<Seeds.Patron> patrons(
            Path directory, Map<String, String> homes, Map<String, Seeds.Network> policies) {
        CsvRows patrons = read(directory, "patrons", "id");
        patrons.unique("network", "card");
        patrons.unique("user");
        patrons.rows().forEach(row -> patron(row, homes, policies, UnaryOperator.identity()));
        return patrons.rows().parallelStream()
                .map(row -> patron(row, homes, policies, Argon2::hash))
                .toList();
    }

    /** As the patrons. */
    private static List<Seeds.Staff> staff(
            Path directory, Map<String, String> homes, Map<String, Seeds.Network> policies) {
        CsvRows staff = read(directory, "staff", "id");
        staff.unique("network", "badge");
        staff.unique("user");
        staff.rows().forEach(row -> staff(row, homes, policies, UnaryOperator.identity()));
        return staff.rows().parallelStream()
                .map(row -> staff(row, homes, policies, Argon2::hash))
                .toList();
    }

    private static Map<String, String> networksOf(CsvRows rows, Map<String, Seeds.Network> policies) {
        Map<String, String> networks = new HashMap<>();
        rows.rows()
                .forEach(row -> networks.put(
                        row.text("id"), known(row, "network", policies).id()));
        return networks;
    }

    private static CsvRows read(Path directory, String name, String key) {
        CsvRows rows = CsvRows.read(directory, name + ".csv");
        rows.unique(key);
        return rows;
    }

    /** A policy of ours by its name, with the row's own values over it. */
    private static Seeds.Network network(Row row) {
        Map<String, String> values = new HashMap<>();
        row.optional("policy")
                .ifPresent(name -> values.putAll(ShippedPolicies.find(name)
                        .orElseThrow(
                                () -> row.refused("there is no policy " + name + ", but " + ShippedPolicies.NAMES))));
        values.putAll(policy(row));
        checkedPolicy(row, Policy.USUAL, values);
        return new Seeds.Network(row.text("id"), row.text("name"), values);
    }

    /** Any value of a policy may stand in a column of its name: of a network, or of a branch that decided otherwise. */
    private static Map<String, String> policy(Row row) {
        Map<String, String> values = new HashMap<>();
        for (Key key : Key.values()) {
            row.optional(key.column()).ifPresent(value -> values.put(key.text(), yesAndNo(key, value)));
        }
        return values;
    }

    /** Spreadsheets write {@code true}. */
    private static String yesAndNo(Key key, String value) {
        return key.form().choices().contains("yes")
                ? value.replace("true", "yes").replace("false", "no")
                : value;
    }

    private static Policy checkedPolicy(Row row, Policy over, Map<String, String> values) {
        try {
            return over.with(values);
        } catch (IllegalArgumentException e) {
            throw row.refused(String.valueOf(e.getMessage()));
        }
    }

    private static Seeds.Branch branch(Row row) {
        List<String> languages = List.of(row.text("languages").split(" "));
        if (!LANGUAGES.containsAll(languages)) {
            throw row.refused("languages are some of " + LANGUAGES + ", separated by blanks");
        }
        Map<String, String> names = new HashMap<>();
        LANGUAGES.forEach(language -> row.optional("name_" + language).ifPresent(name -> names.put(language, name)));
        if (!names.containsKey(languages.getFirst())) {
            throw row.refused("name_" + languages.getFirst() + " is missing, the branch's own language");
        }
        ZoneId zone = checked(row, "zone", () -> ZoneId.of(row.text("zone")));
        Week week = checked(row, "hours", () -> Week.of(row.optional("hours").orElse(USUAL_HOURS)));
        Holidays holidays = checked(
                row, "holidays", () -> Holidays.valueOf(row.optional("holidays").orElse("NONE")));
        return new Seeds.Branch(
                row.text("id"),
                row.text("network"),
                names,
                row.optional("address").orElse(""),
                row.optional("phone").orElse(""),
                row.optional("email").orElse(""),
                new Calendar(zone, week, holidays, Map.of()),
                languages,
                policy(row));
    }

    private static Seeds.Title title(Row row) {
        return new Seeds.Title(
                row.text("id"),
                row.text("network"),
                row.text("title"),
                row.optional("author").orElse(""),
                row.optional("isbn"),
                row.optional("year").map(year -> row.number("year")),
                row.text("language"),
                row.optional("material").orElse("book"));
    }

    private static Seeds.Item item(
            Row row, Map<String, String> titles, Map<String, String> branches, Map<String, Seeds.Network> policies) {
        String network = known(row, "title", titles);
        if (!known(row, "branch", branches).equals(network)) {
            throw row.refused("the branch is of another network than the title");
        }
        number(row, "barcode", policy(network, policies).itemFormat(), policy(network, policies));
        ItemBarcode barcode = checked(row, "barcode", () -> new ItemBarcode(row.text("barcode")));
        return new Seeds.Item(barcode.value(), row.text("title"), row.text("branch"));
    }

    private static Seeds.Patron patron(
            Row row, Map<String, String> branches, Map<String, Seeds.Network> policies, UnaryOperator<String> hash) {
        Policy policy = policy(home(row, branches), policies);
        number(row, "card", policy.cardFormat(), policy);
        return new Seeds.Patron(
                checked(row, "id", () -> new PatronId(row.text("id"))).value(),
                row.text("network"),
                row.text("branch"),
                row.text("card"),
                hash.apply(row.text("pin")),
                row.text("user"),
                hash.apply(row.text("password")),
                row.text("given"),
                row.text("family"),
                language(row),
                row.yes("low"));
    }

    private static Seeds.Staff staff(
            Row row, Map<String, String> branches, Map<String, Seeds.Network> policies, UnaryOperator<String> hash) {
        Policy policy = policy(home(row, branches), policies);
        if (policy.luhn() && !Luhn.ends(row.text("badge"), LUHN_DIGITS)) {
            throw row.refused("badge does not end in its check digit");
        }
        return new Seeds.Staff(
                checked(row, "id", () -> new StaffId(row.text("id"))).value(),
                row.text("network"),
                row.text("branch"),
                row.text("badge"),
                hash.apply(row.text("pin")),
                row.text("user"),
                hash.apply(row.text("password")),
                row.text("name"));
    }

    /** The network of the person, which is that of the branch. */
    private static String home(Row row, Map<String, String> branches) {
        String network = known(row, "branch", branches);
        if (!row.text("network").equals(network)) {
            throw row.refused("the branch is of another network");
        }
        return network;
    }

    private static String language(Row row) {
        return Optional.of(row.text("language"))
                .filter(LANGUAGES::contains)
                .orElseThrow(() -> row.refused("language is one of " + LANGUAGES));
    }

    private static void number(Row row, String column, Pattern format, Policy policy) {
        if (!format.matcher(row.text(column)).matches()) {
            throw row.refused(column + " does not have the network's format");
        }
        if (policy.luhn() && !Luhn.ends(row.text(column), LUHN_DIGITS)) {
            throw row.refused(column + " does not end in its check digit");
        }
    }

    private static <T> T known(Row row, String column, Map<String, T> those) {
        return Optional.ofNullable(those.get(row.text(column)))
                .orElseThrow(() -> row.refused("there is no such " + column));
    }

    private static Policy policy(String network, Map<String, Seeds.Network> policies) {
        return Policy.USUAL.with(
                Optional.ofNullable(policies.get(network)).orElseThrow().policy());
    }

    /** What a constructor of ours or of Java's time refuses is the row's fault. */
    private static <T> T checked(Row row, String what, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw row.refused(what + " does not have the right form");
        }
    }
}
