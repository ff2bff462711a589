package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Titles with their copies. */
@Component
final class TitlePages {
    private static final String COPY = """
            SELECT item.*, loan.due, title.title AS title_words FROM item JOIN title ON title.id = item.title
                LEFT JOIN loan ON loan.item = item.barcode AND loan.ended_at IS NULL
            """;

    private final JdbcClient sql;

    TitlePages(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    Optional<TitleRow> find(String id, Instant now) {
        List<Bare> found = sql.sql("SELECT * FROM title WHERE id = :id")
                .param("id", id)
                .query((row, n) -> bare(row))
                .list();
        return withCopies(found, now).stream().findFirst();
    }

    /** Every word must occur somewhere in title, author or ISBN. */
    List<TitleRow> search(String network, String words, int most, Instant now) {
        List<String> wanted = Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(10)
                .toList();
        StringBuilder query = new StringBuilder("SELECT * FROM title WHERE network = :network");
        Map<String, Object> values = new HashMap<>();
        values.put("network", network);
        values.put("most", most);
        for (int i = 0; i < wanted.size(); i++) {
            query.append(" AND words LIKE :word").append(i).append(" ESCAPE '!'");
            values.put("word" + i, "%" + escaped(wanted.get(i)) + "%");
        }
        List<Bare> found = sql.sql(
                        query.append(" ORDER BY title, id LIMIT :most").toString())
                .params(values)
                .query((row, n) -> bare(row))
                .list();
        return withCopies(found, now);
    }

    Optional<Projections.Copy> item(String barcode, Instant now) {
        return sql.sql(COPY + "WHERE item.barcode = :barcode")
                .param("barcode", barcode)
                .query((row, n) -> new Projections.Copy(
                        row.getString("barcode"), row.getString("title"), row.getString("title_words"), copy(row, now)))
                .optional();
    }

    private List<TitleRow> withCopies(List<Bare> titles, Instant now) {
        if (titles.isEmpty()) {
            return List.of();
        }
        Map<String, List<TitleRow.Copy>> copies = new LinkedHashMap<>();
        titles.forEach(title -> copies.put(title.id(), new ArrayList<>()));
        sql.sql(COPY + "WHERE item.title IN (:titles) ORDER BY item.branch, item.barcode")
                .param("titles", titles.stream().map(Bare::id).collect(Collectors.toList()))
                .query(row -> {
                    copies.computeIfAbsent(row.getString("title"), id -> new ArrayList<>())
                            .add(copy(row, now));
                });
        return titles.stream()
                .map(title -> title.with(copies.getOrDefault(title.id(), List.of())))
                .toList();
    }

    private static TitleRow.Copy copy(ResultSet row, Instant now) throws SQLException {
        Optional<Instant> until = Rows.timeIf(row, "quarantine_until").filter(now::isBefore);
        String stored = row.getString("state");
        String state =
                switch (stored) {
                    case "on-shelf" -> "available";
                    // Rested long enough: nobody has to say so for it to be lent again.
                    case "in-quarantine" -> until.isPresent() ? stored : "available";
                    default -> stored;
                };
        return new TitleRow.Copy(
                row.getString("barcode"),
                row.getString("branch"),
                state,
                Rows.text(row, "due").map(LocalDate::parse),
                until);
    }

    static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Bare bare(ResultSet row) throws SQLException {
        int year = row.getInt("year");
        Optional<Integer> known = row.wasNull() ? Optional.empty() : Optional.of(year);
        return new Bare(
                row.getString("id"),
                row.getString("network"),
                row.getString("title"),
                row.getString("author"),
                Rows.text(row, "isbn"),
                known,
                row.getString("language"));
    }

    private record Bare(
            String id,
            String network,
            String title,
            String author,
            Optional<String> isbn,
            Optional<Integer> year,
            String language) {
        TitleRow with(List<TitleRow.Copy> copies) {
            return new TitleRow(id, network, title, author, isbn, year, language, copies);
        }
    }
}
