package foyer.server.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An agreed time of pickup (domain B1, B8).
 *
 * @param items how many are prepared for the patron there
 */
public record AppointmentRow(
        String id,
        String patron,
        String name,
        String phone,
        Instant from,
        Instant until,
        int items,
        Optional<String> compartment) {
    /** Nobody can have missed it before its end. */
    public boolean over(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public String toString() {
        return "AppointmentRow[" + id + "]";
    }

    /** Somebody whose things are prepared and who has agreed no time. */
    public record Waiting(String patron, String name, String phone, int items) {
        @Override
        public String toString() {
            return "Waiting[" + patron + "]";
        }
    }

    /**
     * @param free the beginnings of slots of that day that are not full and lie ahead, but not too far
     * @param asOf when this was read
     */
    public record Day(
            LocalDate day,
            boolean offered,
            List<AppointmentRow> agreed,
            List<Waiting> waiting,
            List<Instant> free,
            Instant asOf) {
        public Day {
            agreed = List.copyOf(agreed);
            waiting = List.copyOf(waiting);
            free = List.copyOf(free);
        }
    }
}
