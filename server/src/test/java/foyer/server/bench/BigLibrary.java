package foyer.server.bench;

import foyer.server.desk.firststart.ShippedPolicies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a library of any size, made by counting: the same numbers give the same library. The first tenth of the titles
 * is on loan and has the queues, the next fifth has a copy kept for a hold, of the rest everything is on its shelf.
 */
final class BigLibrary {
    static final String NETWORK = "city";
    static final int BRANCHES = 100;
    static final int COPIES = 3;

    private static final int BATCH = 5_000;
    private static final String HOURS = "MONDAY 10:00-18:00; TUESDAY 10:00-18:00; WEDNESDAY 10:00-18:00; "
            + "THURSDAY 10:00-18:00; FRIDAY 10:00-18:00; SATURDAY 10:00-15:00";

    private final Connection connection;
    private final Size size;
    private final Instant now;

    /** How many there are. */
    record Size(int titles, int patrons, int openHolds) {
        int items() {
            return titles * COPIES;
        }

        /** Titles of which every copy is on loan. */
        int lent() {
            return titles / 10;
        }

        /** Holds that wait in a queue; the others have an item. */
        int queued() {
            return openHolds * 6 / 10;
        }

        int kept() {
            return openHolds - queued();
        }

        static Size of(double part) {
            return new Size((int) (1_000_000 * part), (int) (200_000 * part), (int) (500_000 * part));
        }
    }

    BigLibrary(Connection connection, Size size, Instant now) {
        this.connection = connection;
        this.size = size;
        this.now = now;
    }

    static String branch(int number) {
        return "branch-" + number % BRANCHES;
    }

    static String title(int number) {
        return "title-" + number;
    }

    static String patron(int number) {
        return "patron-" + number;
    }

    /** A copy's barcode; {@code copy} counts from 0. */
    private static String item(int title, int copy) {
        return "3" + (10_000_000L + (long) title * COPIES + copy);
    }

    void make() throws SQLException {
        connection.setAutoCommit(false);
        places();
        rows(
                "INSERT INTO title (id, network, title, author, language, words) VALUES (?, ?, ?, ?, ?, ?)",
                size.titles(),
                n -> new @Nullable Object[] {
                    title(n), NETWORK, "A title of number " + n, "Author " + n % 9_973, "en", "a title " + n
                });
        rows(
                "INSERT INTO patron (id, network, branch, card, pin_hash, login, password_hash, given, family, language, low)"
                        + " VALUES (?, ?, ?, ?, 'none', ?, 'none', ?, ?, 'en', 0)",
                size.patrons(),
                n -> new @Nullable Object[] {
                    patron(n), NETWORK, branch(n), "2" + (1_000_000 + n), "user-" + n, "Given" + n, "Family" + n
                });
        items();
        holds();
        loans();
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
        connection.commit();
    }

    private void places() throws SQLException {
        rows("INSERT INTO network (id, name) VALUES (?, ?)", 1, n -> new @Nullable Object[] {NETWORK, "City"});
        rows(
                "INSERT INTO branch (id, network, name_en, address, phone, email, zone, languages, hours, holidays)"
                        + " VALUES (?, ?, ?, '', '', '', 'Europe/Riga', 'en', ?, 'LATVIA')",
                BRANCHES,
                n -> new @Nullable Object[] {branch(n), NETWORK, "Branch " + n, HOURS});
        Map<String, String> policy =
                new HashMap<>(ShippedPolicies.find("reviewed").orElseThrow());
        policy.put("hold-limit", "20");
        policy.put("pickup-branch", "choice");
        for (Map.Entry<String, String> value : policy.entrySet()) {
            rows("INSERT INTO policy (network, branch, key_name, set_value) VALUES (?, '', ?, ?)", 1, n ->
                    new @Nullable Object[] {NETWORK, value.getKey(), value.getValue()});
        }
    }

    private void items() throws SQLException {
        rows(
                "INSERT INTO item (barcode, title, branch, state, hold, loan) VALUES (?, ?, ?, ?, ?, ?)",
                size.items(),
                n -> {
                    int title = n / COPIES;
                    int copy = n % COPIES;
                    boolean lent = title < size.lent();
                    int kept = title - size.lent();
                    boolean held = !lent && copy == 0 && kept < size.kept();
                    String state = lent ? "on-loan" : held ? "held" : "on-shelf";
                    return new @Nullable Object[] {
                        item(title, copy),
                        title(title),
                        branch(n),
                        state,
                        held ? "kept-" + kept : null,
                        lent ? "loan-" + n : null
                    };
                });
    }

    private void holds() throws SQLException {
        String insert = "INSERT INTO hold (id, network, patron, title, item, pickup_branch, placed_at, state, state_at,"
                + " order_id, last_day, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
        long placed = now.minus(Duration.ofDays(30)).toEpochMilli();
        rows(insert, size.queued(), n -> new @Nullable Object[] {
            "queued-" + n,
            NETWORK,
            patron(n % size.patrons()),
            title(waitsFor(n)),
            null,
            branch(n),
            placed + n,
            "queued",
            placed + n,
            null,
            null
        });
        rows(insert, size.kept(), n -> {
            String state = n % 3 == 0 ? "under-review" : n % 3 == 1 ? "confirmed" : "on-hold-shelf";
            return new @Nullable Object[] {
                "kept-" + n,
                NETWORK,
                patron((n + size.patrons() / 2) % size.patrons()),
                title(size.lent() + n),
                item(size.lent() + n, 0),
                branch(n),
                placed + n,
                state,
                placed + n,
                state.equals("under-review") ? null : "order-" + n,
                state.equals("on-hold-shelf") ? "2099-01-01" : null
            };
        });
    }

    /** Half of those who wait do so for one title in fifty: readers want what readers want. Nobody waits twice. */
    private int waitsFor(int number) {
        int wanted = Math.max(10, size.lent() / 50);
        int spread = number / 2 + 7 * (number / size.patrons());
        return number % 2 == 0 ? spread % wanted : wanted + spread % (size.lent() - wanted);
    }

    private void loans() throws SQLException {
        LocalDate due = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(10);
        long begun = now.minus(Duration.ofDays(4)).toEpochMilli();
        String insert = "INSERT INTO loan (id, patron, item, branch, begun_at, begun_received_at, due, ended_at,"
                + " ended_received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        rows(insert, size.lent() * COPIES, n -> new @Nullable Object[] {
            "loan-" + n,
            patron(n % size.patrons()),
            item(n / COPIES, n % COPIES),
            branch(n),
            begun,
            begun,
            due.toString(),
            null,
            null
        });
        // What was brought back within the time for which it is remembered whose it was.
        rows(insert, size.patrons() * 2, n -> new @Nullable Object[] {
            "past-" + n,
            patron(n % size.patrons()),
            item(size.titles() - 1 - n % (size.titles() / 2), n % COPIES),
            branch(n),
            begun,
            begun,
            due.toString(),
            begun + 1,
            begun + 1
        });
    }

    private interface Row {
        @Nullable
        Object[] of(int number);
    }

    private void rows(String insert, int count, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int n = 0; n < count; n++) {
                @Nullable Object[] values = row.of(n);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
                if (n % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
    }
}
