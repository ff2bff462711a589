package foyer.server.projection;

import foyer.server.ledger.Rows;
import foyer.server.ledger.Snapshot;
import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.CompartmentId;
import foyer.station.StationState;
import foyer.station.UnreadableMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One station as staff see it: the wall from its birth, doors and bins by its own word, orders from the ledger. */
@Component
final class StationPages {
    private static final int MOST_LINES = 50;

    private final JdbcClient sql;
    private final Snapshot snapshot;

    StationPages(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
    }

    Optional<StationPage> find(String id) {
        return snapshot.read(() -> page(id));
    }

    private Optional<StationPage> page(String id) {
        String query = """
                        SELECT station.*, branch.name_lv, branch.name_el, branch.name_en, branch.name_ru, branch.zone
                        FROM station JOIN branch ON branch.id = station.branch WHERE station.id = :id""";
        return sql.sql(query).param("id", id).query((row, n) -> page(id, row)).optional();
    }

    private StationPage page(String id, ResultSet row) throws SQLException {
        Optional<StationState> state = Rows.text(row, "state").map(StationPages::state);
        return new StationPage(
                id,
                row.getString("branch"),
                Projections.names(row),
                row.getInt("online") == 1,
                Rows.timeIf(row, "heard_at"),
                state.map(StationState::waiting).orElse(0L),
                doors(id, state),
                bins(id, state),
                state.map(StationState::doing).orElse(StationState.Doing.OUT_OF_ORDER),
                state.map(StationState::health).orElse(List.of()).stream()
                        .filter(part -> !part.well())
                        .toList(),
                alarms(id),
                happened(id),
                row.getString("zone"));
    }

    private List<StationPage.Door> doors(String station, Optional<StationState> state) {
        Map<CompartmentId, StationState.Door> said = state.map(StationState::doors).orElse(List.of()).stream()
                .collect(Collectors.toMap(StationState.Door::id, Function.identity(), (first, again) -> again));
        Map<String, Inside> inside = inside(station);
        String query = """
                        SELECT * FROM compartment WHERE station = :station AND present = 1
                        ORDER BY at_row, at_column, id""";
        return sql.sql(query)
                .param("station", station)
                .query((row, n) -> {
                    Birth.CompartmentPlan plan = plan(row);
                    Optional<StationState.Door> door = Optional.ofNullable(said.get(plan.id()));
                    Optional<Inside> order =
                            Optional.ofNullable(inside.get(plan.id().value()));
                    return new StationPage.Door(
                            plan,
                            door.map(StationState.Door::position).orElse(StationState.Position.UNKNOWN),
                            door.map(StationState.Door::use).orElse(StationState.Use.FREE),
                            order.map(Inside::initials),
                            order.map(Inside::items).orElse(0));
                })
                .list();
    }

    /** Items the ledger takes to be behind each door, and the initials of whom they are for. */
    private Map<String, Inside> inside(String station) {
        Map<String, Inside> inside = new HashMap<>();
        String query = """
                        SELECT item.compartment, patron.given, patron.family FROM item
                            JOIN hold ON hold.id = item.hold JOIN patron ON patron.id = hold.patron
                        WHERE item.station = :station AND item.compartment IS NOT NULL""";
        sql.sql(query).param("station", station).query(row -> {
            Inside one = new Inside(Happenings.initials(row.getString("given"), row.getString("family")), 1);
            inside.merge(row.getString("compartment"), one, (a, b) -> new Inside(a.initials(), a.items() + 1));
        });
        return inside;
    }

    private List<StationPage.Bin> bins(String station, Optional<StationState> state) {
        List<StationState.Bin> said = state.map(StationState::bins).orElse(List.of());
        return sql.sql("SELECT id FROM bin WHERE station = :station AND present = 1 ORDER BY id")
                .param("station", station)
                .query((row, n) -> bin(row.getString("id"), said))
                .list();
    }

    private static StationPage.Bin bin(String id, List<StationState.Bin> said) {
        return said.stream()
                .filter(bin -> bin.id().value().equals(id))
                .findFirst()
                .map(bin -> new StationPage.Bin(id, bin.flap(), bin.dropped(), bin.capacity()))
                .orElse(new StationPage.Bin(id, StationState.Position.UNKNOWN, 0, 0));
    }

    private List<StationPage.Alarm> alarms(String station) {
        return sql.sql(Happenings.query("discrepancy")
                        + "WHERE subject.station = :station AND subject.closed_at IS NULL ORDER BY subject.id DESC")
                .param("station", station)
                .query((row, n) -> new StationPage.Alarm(
                        row.getLong("id"), row.getString("kind"), Happenings.values(row), Rows.time(row, "at")))
                .list();
    }

    private List<StationPage.Happening> happened(String station) {
        return sql.sql(Happenings.query("journal")
                        + "WHERE subject.station = :station ORDER BY subject.id DESC LIMIT :most")
                .param("station", station)
                .param("most", MOST_LINES)
                .query((row, n) ->
                        new StationPage.Happening(Rows.time(row, "at"), row.getString("kind"), Happenings.values(row)))
                .list();
    }

    private static Birth.CompartmentPlan plan(ResultSet row) throws SQLException {
        return new Birth.CompartmentPlan(
                new CompartmentId(row.getString("id")),
                Birth.Size.valueOf(row.getString("size")),
                Birth.Height.valueOf(row.getString("height")),
                row.getInt("at_column"),
                row.getInt("at_row"),
                row.getInt("col_count"),
                row.getInt("row_count"));
    }

    /** It was read before it was stored, so what cannot be read here is a fault of ours. */
    static StationState state(String json) {
        try {
            return Codec.decode(json, StationState.class);
        } catch (UnreadableMessage e) {
            throw new IllegalStateException("a stored state cannot be read", e);
        }
    }

    private record Inside(String initials, int items) {}
}
