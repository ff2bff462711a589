package foyer.server.ledger;

import foyer.server.circulation.calendar.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a library that was not here before. */
@Component
public final class Seeds {
    private final JdbcClient sql;

    Seeds(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** @param policy what it has decided, by key */
    public record Network(String id, String name, Map<String, String> policy) {
        public Network {
            policy = Map.copyOf(policy);
        }
    }

    /**
     * @param names by language
     * @param languages offered, the branch's own first
     * @param policy where it decided otherwise than its network, by key
     */
    public record Branch(
            String id,
            String network,
            Map<String, String> names,
            String address,
            String phone,
            String email,
            Calendar calendar,
            List<String> languages,
            Map<String, String> policy) {
        public Branch {
            names = Map.copyOf(names);
            languages = List.copyOf(languages);
            policy = Map.copyOf(policy);
        }
    }

    public record Title(
            String id,
            String network,
            String title,
            String author,
            Optional<String> isbn,
            Optional<Integer> year,
            String language,
            String material) {}

    public record Item(String barcode, String title, String branch) {}

    public record Patron(
            String id,
            String network,
            String branch,
            String card,
            String pinHash,
            String login,
            String passwordHash,
            String given,
            String family,
            String language,
            boolean low) {
        @Override
        public String toString() {
            return "Patron[" + id + "]";
        }
    }

    public record Staff(
            String id,
            String network,
            String branch,
            String badge,
            String pinHash,
            String login,
            String passwordHash,
            String name) {
        @Override
        public String toString() {
            return "Staff[" + id + "]";
        }
    }

    public void network(Network network) {
        sql.sql("INSERT INTO network (id, name) VALUES (:id, :name)")
                .param("id", network.id())
                .param("name", network.name())
                .update();
        PolicyRows.insert(sql, network.id(), "", network.policy());
    }

    public void branch(Branch branch) {
        String query = """
                        INSERT INTO branch (id, network, name_lv, name_el, name_en, name_ru, address, phone, email, zone,
                            languages, hours, holidays)
                        VALUES (:id, :network, :lv, :el, :en, :ru, :address, :phone, :email, :zone,
                            :languages, :hours, :holidays)""";
        sql.sql(query)
                .param("id", branch.id())
                .param("network", branch.network())
                .param("lv", branch.names().get("lv"))
                .param("el", branch.names().get("el"))
                .param("en", branch.names().get("en"))
                .param("ru", branch.names().get("ru"))
                .param("address", branch.address())
                .param("phone", branch.phone())
                .param("email", branch.email())
                .param("zone", branch.calendar().zone().getId())
                .param("languages", String.join(" ", branch.languages()))
                .param("hours", branch.calendar().week().text())
                .param("holidays", branch.calendar().holidays().name())
                .update();
        PolicyRows.insert(sql, branch.network(), branch.id(), branch.policy());
    }

    public void title(Title title) {
        String words =
                title.title() + "\n" + title.author() + "\n" + title.isbn().orElse("");
        sql.sql("""
                        INSERT INTO title (id, network, title, author, isbn, year, language, material, words)
                        VALUES (:id, :network, :title, :author, :isbn, :year, :language, :material, :words)""")
                .param("id", title.id())
                .param("network", title.network())
                .param("title", title.title())
                .param("author", title.author())
                .param("isbn", Rows.orNull(title.isbn()))
                .param("year", title.year().orElse(null))
                .param("language", title.language())
                .param("material", title.material())
                .param("words", words.toLowerCase(Locale.ROOT))
                .update();
    }

    public void item(Item item) {
        sql.sql("INSERT INTO item (barcode, title, branch, state) VALUES (:barcode, :title, :branch, 'on-shelf')")
                .param("barcode", item.barcode())
                .param("title", item.title())
                .param("branch", item.branch())
                .update();
    }

    public void patron(Patron patron) {
        String query = """
                        INSERT INTO patron (id, network, branch, card, pin_hash, login, password_hash, given, family,
                            language, low, words)
                        VALUES (:id, :network, :branch, :card, :pin, :login, :password, :given, :family,
                            :language, :low, :words)""";
        sql.sql(query)
                .param("id", patron.id())
                .param("network", patron.network())
                .param("branch", patron.branch())
                .param("card", patron.card())
                .param("pin", patron.pinHash())
                .param("login", patron.login())
                .param("password", patron.passwordHash())
                .param("given", patron.given())
                .param("family", patron.family())
                .param("language", patron.language())
                .param("low", patron.low() ? 1 : 0)
                .param("words", Patrons.Person.words(patron.given(), patron.family(), patron.card(), patron.login()))
                .update();
    }

    public void staff(Staff staff) {
        sql.sql("INSERT INTO staff VALUES (:id, :network, :branch, :badge, :pin, :login, :password, :name)")
                .param("id", staff.id())
                .param("network", staff.network())
                .param("branch", staff.branch())
                .param("badge", staff.badge())
                .param("pin", staff.pinHash())
                .param("login", staff.login())
                .param("password", staff.passwordHash())
                .param("name", staff.name())
                .update();
    }
}
