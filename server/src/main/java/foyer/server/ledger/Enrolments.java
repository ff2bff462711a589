package foyer.server.ledger;

import foyer.station.StationId;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stations' certificates and the tokens they are given for. Written by {@code broker} alone. */
@Component
public final class Enrolments {
    private final JdbcClient sql;
    private final JdbcClient reader;

    Enrolments(JdbcClient ledgerClient, @Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = ledgerClient;
        this.reader = projectionClient;
    }

    /** Whether this is the certificate the station has now: an earlier one is no longer good. */
    public boolean holds(StationId station, X509Certificate certificate) {
        return reader.sql("SELECT count(*) FROM station WHERE id = :id AND certificate = :certificate")
                        .param("id", station.value())
                        .param("certificate", serial(certificate.getSerialNumber()))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Whether it has a certificate and has come with it. One whose answer was lost on its way has none it knows of. */
    public boolean enrolled(StationId station) {
        return reader.sql(
                                "SELECT count(*) FROM station WHERE id = :id AND certificate IS NOT NULL AND epoch IS NOT NULL")
                        .param("id", station.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    public void register(StationId station, String branch, String cardKey) {
        String query = """
                        INSERT INTO station (id, branch, card_key) VALUES (:id, :branch, :key)
                        ON CONFLICT (id) DO NOTHING""";
        sql.sql(query)
                .param("id", station.value())
                .param("branch", branch)
                .param("key", cardKey)
                .update();
    }

    public void keepToken(String digest, StationId station, Instant expires) {
        sql.sql("INSERT INTO enrolment (token_digest, station, expires_at) VALUES (:digest, :station, :expires)")
                .param("digest", digest)
                .param("station", station.value())
                .param("expires", expires.toEpochMilli())
                .update();
    }

    /** Whose token this is, when it is still good. */
    public Optional<StationId> ofToken(String digest, Instant now) {
        String query = """
                        SELECT station FROM enrolment
                        WHERE token_digest = :digest AND used_at IS NULL AND expires_at > :now""";
        return sql.sql(query)
                .param("digest", digest)
                .param("now", now.toEpochMilli())
                .query((row, n) -> new StationId(row.getString(1)))
                .optional();
    }

    /** Uses the token up; answers the station's card key. */
    public String enrol(String digest, StationId station, X509Certificate certificate, Instant now) {
        sql.sql("UPDATE enrolment SET used_at = :now WHERE token_digest = :digest")
                .param("now", now.toEpochMilli())
                .param("digest", digest)
                .update();
        String query = """
                        UPDATE station SET certificate = :certificate, enrolled_at = :now WHERE id = :id
                        RETURNING card_key""";
        return sql.sql(query)
                .param("certificate", serial(certificate.getSerialNumber()))
                .param("now", now.toEpochMilli())
                .param("id", station.value())
                .query(String.class)
                .single();
    }

    private static String serial(BigInteger serial) {
        return serial.toString(16);
    }
}
