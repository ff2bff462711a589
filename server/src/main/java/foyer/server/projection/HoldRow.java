package foyer.server.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One hold as lists and REST show it.
 *
 * @param version raised by every change
 * @param state {@code queued, under-review, confirmed, prepared, ready, on-hold-shelf, fulfilled, rejected, cancelled,
 *     expired}
 * @param patron the patron's id; {@code patronName}: for staff only
 * @param reason of a rejection, or how and why staff cancelled
 * @param door where it is ready, with its {@code station}
 * @param stateAt since when it is in its state
 * @param lastDay the last day to collect, once it is known
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
        Optional<Instant> readyAt,
        String network,
        Instant stateAt,
        Optional<LocalDate> notNeededAfter,
        Optional<LocalDate> suspendedUntil,
        Optional<LocalDate> lastDay,
        Optional<String> station) {
    @Override
    public String toString() {
        return "HoldRow[" + id + "]";
    }
}
