package foyer.server.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One loan. Times are the station's; {@code endedAt} is empty while it runs. */
public record LoanRow(
        String id,
        String patron,
        String item,
        String titleId,
        String title,
        String author,
        Optional<String> hold,
        Instant begunAt,
        LocalDate due,
        Optional<Instant> endedAt) {}
