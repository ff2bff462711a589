package foyer.server.circulation;

import foyer.server.circulation.calendar.Slot;
import foyer.station.PatronId;
import java.time.Instant;
import java.util.Optional;

/** An agreed time at which a patron collects at a branch (domain B1, B8). One that is open per patron and branch. */
public sealed interface Appointment {
    Facts facts();

    record Facts(AppointmentId id, PatronId patron, String branch) {}

    /**
     * @param reserved the compartment that is kept for it on that day; empty where the branch has no station, or it is
     *     handed over at the desk
     * @param by who agreed it: the patron on the web, or staff on the phone
     */
    record Agreed(Facts facts, Slot slot, Optional<Place> reserved, By by, Instant at) implements Appointment {}

    /** The patron came. */
    record Kept(Facts facts, Slot slot, Instant at) implements Appointment {}

    record Missed(Facts facts, Slot slot, Instant at) implements Appointment {}

    record Cancelled(Facts facts, Slot slot, By by, Instant at) implements Appointment {}

    Slot slot();

    default AppointmentId id() {
        return facts().id();
    }

    default String state() {
        return switch (this) {
            case Agreed a -> "agreed";
            case Kept a -> "kept";
            case Missed a -> "missed";
            case Cancelled a -> "cancelled";
        };
    }
}
