package foyer.server.ledger;

import foyer.server.circulation.Patron;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrons as rows. Names and numbers live here and nowhere else. */
@Component
public final class Patrons {
    private final JdbcClient sql;

    Patrons(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** As far as the rules go. */
    public Optional<Patron> find(PatronId id) {
        return sql.sql("SELECT * FROM patron WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> new Patron(
                        id,
                        row.getString("network"),
                        row.getString("branch"),
                        row.getString("locked_reason") == null
                                ? Optional.empty()
                                : Optional.of(new Patron.Lock(
                                        row.getString("locked_reason"),
                                        new StaffId(row.getString("locked_by")),
                                        Rows.time(row, "locked_at"))),
                        Rows.day(row, "card_expires")))
                .optional();
    }

    public Optional<PatronId> byCard(String network, String card) {
        return sql.sql("SELECT id FROM patron WHERE network = :network AND card = :card")
                .param("network", network)
                .param("card", card)
                .query((row, n) -> new PatronId(row.getString(1)))
                .optional();
    }

    public Optional<Long> version(PatronId id) {
        return sql.sql("SELECT version FROM patron WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    public boolean wantsLow(PatronId id) {
        return sql.sql("SELECT low FROM patron WHERE id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Whether a card with this number is or was somebody's. */
    public boolean cardTaken(String network, String card) {
        String query = """
                        SELECT count(*) FROM (
                            SELECT card FROM patron WHERE network = :network AND card = :card
                            UNION ALL SELECT card FROM old_card WHERE network = :network AND card = :card) known""";
        return sql.sql(query)
                        .param("network", network)
                        .param("card", card)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public boolean loginTaken(String login) {
        return sql.sql("SELECT count(*) FROM patron WHERE login = :login")
                        .param("login", login)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The next number of the network's count of cards, from 1 on; never the same twice. */
    public long nextCard(String network) {
        String query = """
                        INSERT INTO card_count (network, given) VALUES (:network, 1)
                        ON CONFLICT (network) DO UPDATE SET given = card_count.given + 1 RETURNING given""";
        return sql.sql(query).param("network", network).query(Long.class).single();
    }

    /** Names, and how to reach the patron; e-mail and phone may be empty. */
    public record Person(String given, String family, String email, String phone, String language, boolean low) {
        @Override
        public String toString() {
            return "Person";
        }

        /** Lower case of what staff type when they look for somebody. */
        static String words(String given, String family, String card, String login) {
            return String.join("\n", given, family, card, login).toLowerCase(Locale.ROOT);
        }
    }

    public record Credentials(String login, String passwordHash, String pinHash) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    public void insert(Patron patron, Person person, Credentials credentials, String card, Instant joinedAt) {
        String query = """
                        INSERT INTO patron (id, network, branch, card, pin_hash, login, password_hash, given, family,
                            language, low, email, phone, words, card_expires, joined_at)
                        VALUES (:id, :network, :branch, :card, :pin, :login, :password, :given, :family,
                            :language, :low, :email, :phone, :words, :expires, :joined)""";
        sql.sql(query)
                .param("id", patron.id().value())
                .param("network", patron.network())
                .param("branch", patron.branch())
                .param("card", card)
                .param("pin", credentials.pinHash())
                .param("login", credentials.login())
                .param("password", credentials.passwordHash())
                .param("given", person.given())
                .param("family", person.family())
                .param("language", person.language())
                .param("low", person.low() ? 1 : 0)
                .param("email", person.email())
                .param("phone", person.phone())
                .param("words", Person.words(person.given(), person.family(), card, credentials.login()))
                .param("expires", Rows.orNull(patron.cardExpires()))
                .param("joined", joinedAt.toEpochMilli())
                .update();
    }

    /** A new card; the old one is refused from now on. */
    public void replaceCard(PatronId id, String card, Optional<LocalDate> expires, Instant at) {
        String keep = """
                        INSERT INTO old_card (network, card, patron, at)
                        SELECT network, card, id, :at FROM patron WHERE id = :id""";
        sql.sql(keep).param("at", at.toEpochMilli()).param("id", id.value()).update();
        String query = """
                        UPDATE patron SET words = replace(words, lower(card), lower(:card)), card = :card,
                            card_expires = :expires, version = version + 1 WHERE id = :id""";
        sql.sql(query)
                .param("card", card)
                .param("expires", Rows.orNull(expires))
                .param("id", id.value())
                .update();
    }

    public void pin(PatronId id, String pinHash) {
        sql.sql("UPDATE patron SET pin_hash = :pin, version = version + 1 WHERE id = :id")
                .param("pin", pinHash)
                .param("id", id.value())
                .update();
    }

    public void password(PatronId id, String passwordHash) {
        sql.sql("UPDATE patron SET password_hash = :hash, version = version + 1 WHERE id = :id")
                .param("hash", passwordHash)
                .param("id", id.value())
                .update();
    }

    void lock(PatronId id, Optional<Patron.Lock> lock) {
        String query = """
                        UPDATE patron SET locked_reason = :reason, locked_by = :by, locked_at = :at,
                            version = version + 1 WHERE id = :id""";
        sql.sql(query)
                .param("reason", lock.map(Patron.Lock::reason).orElse(null))
                .param("by", lock.map(one -> one.by().value()).orElse(null))
                .param("at", lock.map(one -> one.at().toEpochMilli()).orElse(null))
                .param("id", id.value())
                .update();
    }
}
