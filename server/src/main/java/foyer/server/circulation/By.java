package foyer.server.circulation;

import foyer.station.PatronId;
import foyer.station.StaffId;

/** Who decided something, and how they came to. */
public sealed interface By {
    /** The patron, signed in. */
    record Reader(PatronId patron) implements By {}

    /**
     * Staff, for themselves or on a patron's behalf (domain A14, B11).
     *
     * @param why in words of their own; may be empty
     */
    record Staff(StaffId staff, Channel channel, String why) implements By {}

    /** A rule that came due; nobody pressed anything. */
    record House(String rule) implements By {}

    /** How the patron asked. */
    enum Channel {
        DESK,
        PHONE,
        EMAIL
    }

    /** The acting person's id, or the rule's name. */
    default String id() {
        return switch (this) {
            case Reader by -> by.patron().value();
            case Staff by -> by.staff().value();
            case House by -> by.rule();
        };
    }
}
