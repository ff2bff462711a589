package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Snapshot;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.ServerMessage;
import foyer.station.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one station needs to act alone. */
@Component
public final class StationNeeds {
    /** Items on loan a station greets by their titles; a return of any other is taken just the same. */
    public static final int MOST_ON_LOAN = 2_000;

    /** Who comes a little before the agreed time (domain B1) does not stand before a closed door. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final Snapshot snapshot;

    StationNeeds(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
    }

    /**
     * @param cardKey Base64
     * @param readers with their card numbers, which never leave the server; so the staff
     */
    public record Needs(
            String cardKey,
            ServerMessage.Branch branch,
            ServerMessage.Rules rules,
            List<Holder> readers,
            List<Holder> staff,
            List<ServerMessage.ToLoad> toLoad,
            List<ServerMessage.Reserved> reserved,
            List<ServerMessage.Grant> grants,
            List<ServerMessage.KnownItem> onLoan) {
        public Needs {
            readers = List.copyOf(readers);
            staff = List.copyOf(staff);
            toLoad = List.copyOf(toLoad);
            reserved = List.copyOf(reserved);
            grants = List.copyOf(grants);
            onLoan = List.copyOf(onLoan);
        }

        @Override
        public String toString() {
            return "Needs[" + branch.zone() + "]";
        }
    }

    /** A patron or a member of staff with the number on the card or badge. */
    public record Holder(String id, String number, String pinHash, boolean low) {
        @Override
        public String toString() {
            return "Holder[" + id + "]";
        }
    }

    /** Stations that have a certificate. */
    public List<StationId> enrolled() {
        return sql.sql("SELECT id FROM station WHERE certificate IS NOT NULL ORDER BY id")
                .query((row, n) -> new StationId(row.getString(1)))
                .list();
    }

    /** All in one moment of the ledger; empty when there is no such station. */
    public Optional<Needs> of(StationId station, Instant now) {
        return snapshot.read(() -> {
            Optional<At> site = site(station, now);
            return site.map(at -> new Needs(
                    at.cardKey(),
                    at.branch(),
                    at.rules(),
                    readers(at.branchId()),
                    staff(at.network()),
                    toLoad(at.branchId()),
                    reserved(station, now),
                    grants(station, at.site(), now),
                    onLoan(at.network())));
        });
    }

    private record At(
            String cardKey,
            String branchId,
            String network,
            Site site,
            ServerMessage.Branch branch,
            ServerMessage.Rules rules) {}

    private Optional<At> site(StationId station, Instant now) {
        String query = """
                        SELECT branch.id AS branch_id, branch.phone, branch.languages, branch.name_lv, branch.name_el,
                            branch.name_en, branch.name_ru, station.card_key
                        FROM station JOIN branch ON branch.id = station.branch
                        WHERE station.id = :id""";
        return sql.sql(query)
                .param("id", station.value())
                .query((row, n) -> {
                    Site site = PolicyRows.site(sql, row.getString("branch_id")).orElseThrow();
                    Policy policy = site.policy();
                    return new At(
                            row.getString("card_key"),
                            site.branch(),
                            site.network(),
                            site,
                            new ServerMessage.Branch(
                                    Projections.names(row),
                                    row.getString("phone"),
                                    site.calendar().zone(),
                                    List.of(row.getString("languages").split(" "))),
                            new ServerMessage.Rules(
                                    policy.release(),
                                    policy.cardFormat().pattern(),
                                    policy.itemFormat().pattern(),
                                    policy.luhn(),
                                    policy.returns().window(now, site.calendar()),
                                    policy.number(Key.QUARANTINE_DAYS),
                                    policy.binCapacity()));
                })
                .optional();
    }

    private List<Holder> readers(String branch) {
        String query = """
                        SELECT id, card AS number, pin_hash, low FROM patron WHERE id IN (
                            SELECT patron FROM hold
                            WHERE pickup_branch = :branch AND state IN ('under-review', 'confirmed', 'prepared', 'ready'))
                        ORDER BY id""";
        return sql.sql(query)
                .param("branch", branch)
                .query((row, n) -> new Holder(
                        row.getString("id"),
                        row.getString("number"),
                        row.getString("pin_hash"),
                        row.getInt("low") == 1))
                .list();
    }

    private List<Holder> staff(String network) {
        return sql.sql("SELECT id, badge AS number, pin_hash FROM staff WHERE network = :network ORDER BY id")
                .param("network", network)
                .query((row, n) ->
                        new Holder(row.getString("id"), row.getString("number"), row.getString("pin_hash"), false))
                .list();
    }

    private List<ServerMessage.ToLoad> toLoad(String branch) {
        String query = """
                        SELECT hold.id, hold.order_id, hold.patron, hold.item, title.title, title.author
                        FROM hold JOIN title ON title.id = hold.title
                        WHERE hold.pickup_branch = :branch AND hold.state IN ('confirmed', 'prepared') ORDER BY hold.id""";
        return sql.sql(query)
                .param("branch", branch)
                .query((row, n) -> new ServerMessage.ToLoad(
                        new HoldId(row.getString("id")),
                        new OrderId(row.getString("order_id")),
                        new PatronId(row.getString("patron")),
                        new ItemBarcode(row.getString("item")),
                        row.getString("title"),
                        row.getString("author")))
                .list();
    }

    /** Whoever comes first stands first. */
    private List<ServerMessage.Reserved> reserved(StationId station, Instant now) {
        String query = """
                        SELECT compartment, patron FROM appointment
                        WHERE station = :station AND compartment IS NOT NULL AND state = 'agreed' AND slot_until > :now
                        ORDER BY slot_from, compartment""";
        return sql.sql(query)
                .param("station", station.value())
                .param("now", now.toEpochMilli())
                .query((row, n) -> new ServerMessage.Reserved(
                        new CompartmentId(row.getString("compartment")), new PatronId(row.getString("patron"))))
                .list();
    }

    private List<ServerMessage.Grant> grants(StationId station, Site site, Instant now) {
        record Order(OrderId order, PatronId patron) {}
        Map<Order, List<ServerMessage.Granted>> ready = new LinkedHashMap<>();
        String query = """
                        SELECT hold.id, hold.order_id, hold.patron, hold.item, title.title, title.author
                        FROM hold JOIN title ON title.id = hold.title
                        WHERE hold.station = :station AND hold.state = 'ready' AND (:anytime = 1 OR EXISTS (
                            SELECT 1 FROM appointment WHERE appointment.patron = hold.patron
                                AND appointment.branch = hold.pickup_branch AND appointment.state = 'agreed'
                                AND appointment.slot_from <= :soon))
                        ORDER BY hold.order_id, hold.id""";
        Map<String, Object> values = Map.of(
                "station",
                station.value(),
                "anytime",
                site.policy().requiresAppointment() ? 0 : 1,
                "soon",
                now.plus(EARLY).toEpochMilli());
        sql.sql(query).params(values).query(row -> {
            Order order = new Order(new OrderId(row.getString("order_id")), new PatronId(row.getString("patron")));
            ready.computeIfAbsent(order, first -> new ArrayList<>())
                    .add(new ServerMessage.Granted(
                            new HoldId(row.getString("id")),
                            new ItemBarcode(row.getString("item")),
                            row.getString("title"),
                            row.getString("author"),
                            site.loanDays(now)));
        });
        return ready.entrySet().stream()
                .map(order -> new ServerMessage.Grant(
                        order.getKey().order(), order.getKey().patron(), order.getValue()))
                .toList();
    }

    private List<ServerMessage.KnownItem> onLoan(String network) {
        String query = """
                        SELECT loan.item, title.title, title.author FROM loan
                            JOIN item ON item.barcode = loan.item JOIN title ON title.id = item.title
                        WHERE title.network = :network AND loan.ended_at IS NULL
                        ORDER BY loan.begun_at DESC, loan.item LIMIT :most""";
        return sql.sql(query)
                .param("network", network)
                .param("most", MOST_ON_LOAN)
                .query((row, n) -> new ServerMessage.KnownItem(
                        new ItemBarcode(row.getString("item")), row.getString("title"), row.getString("author")))
                .list();
    }
}
