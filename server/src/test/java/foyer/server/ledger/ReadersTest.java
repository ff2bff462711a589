package foyer.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.server.LiveServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who only reads has connections of its own. */
@Tag("ledger")
class ReadersTest {
    private static final String INSERT = "INSERT INTO network (id, name) VALUES ('reader', 'Reader')";
    private static final String COUNT = "SELECT count(*) FROM network WHERE id = 'writer'";

    private final LiveServer server = LiveServer.shared();
    private final JdbcClient reader = server.bean("projectionClient", JdbcClient.class);
    private final Snapshot snapshot = server.bean(Snapshot.class);

    private int seen() {
        return reader.sql(COUNT).query(Integer.class).single();
    }

    @Test
    void aProjectionCannotWrite() {
        assertThatThrownBy(() -> reader.sql(INSERT).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> snapshot.read(() -> reader.sql(INSERT).update()))
                .isInstanceOf(DataAccessException.class);
    }

    /** The one connection that writes to SQLite is taken, and yet a page is read, as it was before. */
    @Test
    void aPageIsReadWhileAnotherWrites() {
        JdbcClient writer = server.bean("ledgerClient", JdbcClient.class);
        server.bean(Ledger.class).change(() -> {
            writer.sql("INSERT INTO network (id, name) VALUES ('writer', 'Writer')")
                    .update();
            assertThat(snapshot.read(this::seen)).isZero();
            writer.sql("DELETE FROM network WHERE id = 'writer'").update();
        });
    }
}
