package foyer.server.planted.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;

final class SpeaksSql {
    private SpeaksSql() {}

    static int titles(JdbcClient sql) {
        return sql.sql("SELECT count(*) FROM title").query(Integer.class).single();
    }
}
