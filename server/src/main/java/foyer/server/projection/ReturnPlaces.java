package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Returns;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Rows;
import foyer.server.ledger.Snapshot;
import foyer.station.ServerMessage.ReturnWindow;
import foyer.station.StationState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where and when a door takes returns, and whether there is room, before anybody travels (domain, rule 3 of what is
 * implied).
 */
@Component
public final class ReturnPlaces {
    private final JdbcClient sql;
    private final Snapshot snapshot;
    private final Projections projections;
    private final Clock clock;

    ReturnPlaces(
            @Qualifier("projectionClient") JdbcClient projectionClient,
            Snapshot snapshot,
            Projections projections,
            Clock clock) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * A branch, with its door if it has one.
     *
     * @param door empty where there is no station
     */
    public record Place(Projections.BranchRow branch, Optional<Door> door) {}

    /**
     * @param from when returns are taken, or were begun to be taken; empty when always or never
     * @param until when that ends; as {@code from}
     * @param never no day in the next 400 has hours for returns
     * @param room for how many items the bins have room, as the stations said last; empty while none has said
     */
    public record Door(
            boolean open, boolean never, Optional<Instant> from, Optional<Instant> until, Optional<Integer> room) {}

    /** Every branch of a network, by id. */
    public List<Place> of(String network) {
        Instant now = clock.instant();
        return snapshot.read(() -> {
            List<Projections.BranchRow> branches = projections.branches(network);
            Map<String, Site> sites = PolicyRows.sites(
                    sql, branches.stream().map(Projections.BranchRow::id).collect(Collectors.toSet()));
            Map<String, Optional<Integer>> rooms = rooms(network);
            List<Place> places = new ArrayList<>();
            for (Projections.BranchRow branch : branches) {
                Optional<Door> door = Optional.ofNullable(rooms.get(branch.id()))
                        .flatMap(room ->
                                Optional.ofNullable(sites.get(branch.id())).map(site -> door(site, room, now)));
                places.add(new Place(branch, door));
            }
            return places;
        });
    }

    private static Door door(Site site, Optional<Integer> room, Instant now) {
        ReturnWindow window = site.policy().returns().window(now, site.calendar());
        boolean always = window.equals(Returns.ALWAYS);
        boolean never = window.equals(Returns.NEVER);
        boolean open = !never && !now.isBefore(window.opensAt()) && now.isBefore(window.closesAt());
        Optional<ReturnWindow> told = Optional.of(window).filter(one -> !always && !never);
        return new Door(open, never, told.map(ReturnWindow::opensAt), told.map(ReturnWindow::closesAt), room);
    }

    /** Of branches with stations: the room in all their bins together, as far as they have said. */
    private Map<String, Optional<Integer>> rooms(String network) {
        Map<String, Optional<Integer>> rooms = new HashMap<>();
        String query = """
                        SELECT station.branch, station.state FROM station JOIN branch ON branch.id = station.branch
                        WHERE branch.network = :network""";
        sql.sql(query).param("network", network).query((RowCallbackHandler) row -> rooms.merge(
                row.getString("branch"),
                Rows.text(row, "state").map(StationPages::state).map(ReturnPlaces::room),
                ReturnPlaces::sum));
        return rooms;
    }

    private static int room(StationState state) {
        return state.bins().stream()
                .mapToInt(bin -> Math.max(0, bin.capacity() - bin.dropped()))
                .sum();
    }

    private static Optional<Integer> sum(Optional<Integer> one, Optional<Integer> other) {
        return one.isEmpty() ? other : one.map(room -> room + other.orElse(0));
    }
}
