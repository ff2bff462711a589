package foyer.server.circulation;

import foyer.station.BinId;
import foyer.station.StationId;
import java.time.Instant;

/** The returns of one bin from one emptying to the next (domain B13), which rest and are released together. */
public sealed interface Batch {
    Facts facts();

    record Facts(BatchId id, StationId station, BinId bin, Instant openedAt) {}

    /**
     * The bin takes returns into it.
     *
     * @param until when the last of its items has rested
     */
    record Open(Facts facts, Instant until) implements Batch {}

    /** Closed in the bin: nothing more comes in. */
    record Sealed(Facts facts, Instant until, Instant at) implements Batch {}

    /** Taken out of the bin, which is free for the next; rests elsewhere. */
    record Quarantined(Facts facts, Instant until, Instant at) implements Batch {}

    /** Every item in it has rested and may be lent on. */
    record Released(Facts facts, Instant at) implements Batch {}

    /** Its items are back on their shelves or where they are wanted. */
    record Emptied(Facts facts, Instant at) implements Batch {}

    default BatchId id() {
        return facts().id();
    }

    default String state() {
        return switch (this) {
            case Open b -> "open";
            case Sealed b -> "sealed";
            case Quarantined b -> "quarantined";
            case Released b -> "released";
            case Emptied b -> "emptied";
        };
    }
}
