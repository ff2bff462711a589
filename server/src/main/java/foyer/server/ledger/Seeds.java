package foyer.server.ledger;

import foyer.server.circulation.Policy;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of a library that was not here before. */
@Component
public final class Seeds {
    private final JdbcClient sql;

    Seeds(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    public record Network(String id, String name, Policy policy) {}

    /** @param names by language; {@code languages}: offered, the branch's own first */
    public record Branch(
            String id,
            String network,
            Map<String, String> names,
            String address,
            String phone,
            String email,
            ZoneId zone,
            List<String> languages) {
        public Branch {
            names = Map.copyOf(names);
            languages = List.copyOf(languages);
        }
    }

    public record Title(
            String id,
            String network,
            String title,
            String author,
            Optional<String> isbn,
            Optional<Integer> year,
            String language) {}

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
        Policy policy = network.policy();
        String query = """
                        INSERT INTO network VALUES (:id, :name, :holds, :loan, :quarantine, :release, :card, :item, :luhn,
                            :bin, :days, :from, :until)""";
        sql.sql(query)
                .param("id", network.id())
                .param("name", network.name())
                .param("holds", policy.holdLimit())
                .param("loan", policy.loanDays())
                .param("quarantine", policy.quarantineDays())
                .param("release", policy.release().name())
                .param("card", policy.cardFormat().pattern())
                .param("item", policy.itemFormat().pattern())
                .param("luhn", policy.luhn() ? 1 : 0)
                .param("bin", policy.binCapacity())
                .param(
                        "days",
                        policy.returns().days().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")))
                .param("from", policy.returns().from().toString())
                .param("until", policy.returns().until().toString())
                .update();
    }

    public void branch(Branch branch) {
        String query = """
                        INSERT INTO branch VALUES (:id, :network, :lv, :el, :en, :ru, :address, :phone, :email, :zone,
                            :languages)""";
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
                .param("zone", branch.zone().getId())
                .param("languages", String.join(" ", branch.languages()))
                .update();
    }

    public void title(Title title) {
        String words =
                title.title() + "\n" + title.author() + "\n" + title.isbn().orElse("");
        sql.sql("INSERT INTO title VALUES (:id, :network, :title, :author, :isbn, :year, :language, :words)")
                .param("id", title.id())
                .param("network", title.network())
                .param("title", title.title())
                .param("author", title.author())
                .param("isbn", Rows.orNull(title.isbn()))
                .param("year", title.year().orElse(null))
                .param("language", title.language())
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
                        INSERT INTO patron VALUES (:id, :network, :branch, :card, :pin, :login, :password, :given, :family,
                            :language, :low)""";
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
