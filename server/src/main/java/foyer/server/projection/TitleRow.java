package foyer.server.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A title with its items. */
public record TitleRow(
        String id,
        String network,
        String title,
        String author,
        Optional<String> isbn,
        Optional<Integer> year,
        String language,
        List<Copy> copies) {
    public TitleRow {
        copies = List.copyOf(copies);
    }

    /**
     * One item.
     *
     * @param state {@code available, held, in-compartment, on-loan, in-quarantine, uncertain}
     * @param due when on loan; {@code quarantineUntil}: when in quarantine
     */
    public record Copy(
            String item, String branch, String state, Optional<LocalDate> due, Optional<Instant> quarantineUntil) {}
}
