package foyer.server.circulation;

import foyer.station.PatronId;
import foyer.station.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A patron as far as the rules go.
 *
 * @param lock staff have locked the account (domain B10)
 * @param cardExpires the last day the card is good; empty for ever
 */
public record Patron(PatronId id, String network, String branch, Optional<Lock> lock, Optional<LocalDate> cardExpires) {

    /** @param reason the patron reads it */
    public record Lock(String reason, StaffId by, Instant at) {}
}
