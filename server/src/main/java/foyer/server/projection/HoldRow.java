package foyer.server.projection;

import java.time.Instant;
import java.util.Optional;

/**
 * One hold as lists and REST show it.
 *
 * @param state {@code under-review, confirmed, ready, fulfilled, rejected, cancelled}
 * @param patron the patron's id; {@code patronName}: for staff only
 * @param door where it is ready
 */
public record HoldRow(
        String id,
        long version,
        String state,
        String patron,
        String patronName,
        String titleId,
        String title,
        String author,
        Optional<String> item,
        String pickupBranch,
        Instant placedAt,
        Optional<String> reason,
        Optional<String> door,
        Optional<Instant> readyAt) {}
