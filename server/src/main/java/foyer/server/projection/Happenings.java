package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words' values of a journal line or a discrepancy: {@code door, bin, title, item, patron} (initials), {@code staff}
 * (name), {@code due}, and what the event itself said.
 */
final class Happenings {
    private Happenings() {}

    /** The rows of a table with what they mention, under the name {@code subject}. */
    static String query(String table) {
        return "SELECT subject.*, title.title AS title_words, patron.given, patron.family, staff.name AS staff_name,"
                + " loan.due FROM " + table
                + """
                 subject
                    LEFT JOIN hold ON hold.id = subject.hold
                    LEFT JOIN item ON item.barcode = coalesce(subject.item, hold.item)
                    LEFT JOIN title ON title.id = coalesce(item.title, hold.title)
                    LEFT JOIN patron ON patron.id = coalesce(subject.patron, hold.patron)
                    LEFT JOIN staff ON staff.id = subject.staff
                    LEFT JOIN loan ON loan.hold = subject.hold
                """;
    }

    static Map<String, String> values(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>(Rows.words(row, "extra"));
        put(values, "door", Rows.text(row, "door"));
        put(values, "bin", Rows.text(row, "bin"));
        put(values, "item", Rows.text(row, "item"));
        put(values, "title", Rows.text(row, "title_words"));
        put(values, "staff", Rows.text(row, "staff_name"));
        put(values, "due", Rows.text(row, "due"));
        String given = row.getString("given");
        String family = row.getString("family");
        if (given != null && family != null) {
            values.put("patron", initials(given, family));
        }
        return values;
    }

    /** First letters only, whole code points: a name may begin outside the basic plane. */
    static String initials(String given, String family) {
        return first(given) + first(family);
    }

    private static String first(String name) {
        String stripped = name.strip();
        return stripped.isEmpty() ? "" : new String(Character.toChars(stripped.codePointAt(0))) + ".";
    }

    private static void put(Map<String, String> values, String key, Optional<String> value) {
        value.ifPresent(present -> values.put(key, present));
    }
}
