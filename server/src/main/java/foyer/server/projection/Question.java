package foyer.server.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A query whose conditions depend on what is asked. */
final class Question {
    private final JdbcClient sql;
    private final String select;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private String grouped = "";

    Question(JdbcClient sql, String select) {
        this.sql = sql;
        this.select = select;
    }

    Question where(String condition) {
        conditions.add(condition);
        return this;
    }

    Question where(String condition, String name, Object value) {
        values.put(name, value);
        return where(condition);
    }

    /** Only when there is a value. */
    Question where(String condition, String name, Optional<?> value) {
        value.ifPresent(present -> where(condition, name, present));
        return this;
    }

    Question with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** One row for each of these columns' values; the conditions are of the rows before that. */
    Question groupBy(String columns) {
        grouped = " GROUP BY " + columns;
        return this;
    }

    /** @param most rows */
    <T> List<T> list(String order, int most, RowMapper<T> mapper) {
        return sql.sql(select + " WHERE " + String.join(" AND ", conditions) + grouped + " ORDER BY " + order
                        + " LIMIT :most")
                .params(values)
                .param("most", most)
                .query(mapper)
                .list();
    }
}
