package foyer.server.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One loan. Times are the station's; {@code endedAt} is empty while it runs.
 *
 * @param version raised by every change
 * @param patron the patron's id; {@code patronName}: for staff only
 * @param branch whose rules it follows
 * @param renewals how often it was renewed
 * @param askedAt since when a renewal is requested (domain A12)
 * @param claimedAt when the patron said that it was returned
 */
public record LoanRow(
        String id,
        long version,
        String network,
        String patron,
        String patronName,
        String item,
        String titleId,
        String title,
        String author,
        Optional<String> hold,
        String branch,
        Instant begunAt,
        LocalDate due,
        int renewals,
        Optional<Instant> askedAt,
        Optional<Instant> claimedAt,
        Optional<Instant> endedAt) {
    @Override
    public String toString() {
        return "LoanRow[" + id + "]";
    }
}
