package foyer.server.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A patron as the staff of its network see it. */
public record PatronRow(
        String id,
        String branch,
        String card,
        String login,
        String name,
        String language,
        boolean low,
        String email,
        String phone,
        Optional<LocalDate> cardExpires,
        Optional<Lock> lock) {
    @Override
    public String toString() {
        return "PatronRow[" + id + "]";
    }

    /** @param by the member of staff's name */
    public record Lock(String reason, String by, Instant at) {}

    /** A hold that is not over. */
    public record Wanted(
            String id,
            String title,
            String state,
            Optional<String> item,
            String pickupBranch,
            Optional<LocalDate> lastDay,
            Optional<LocalDate> suspendedUntil) {}

    /** A loan that runs. */
    public record Borrowed(String id, String title, String item, LocalDate due, int renewals, boolean renewalAsked) {}

    /** A fine that is owed, in cents. */
    public record Owed(String loan, String title, int cents, int daysLate) {}

    /**
     * Everything that is open.
     *
     * @param blockOverdueFrom overdue loans from which on holds are refused (domain A9); 0 for never
     * @param blockFinesFrom unpaid cents from which on holds are refused (domain A9); 0 for never
     */
    public record Account(
            List<Wanted> wanted,
            List<Borrowed> borrowed,
            List<Owed> owed,
            LocalDate today,
            int blockOverdueFrom,
            int blockFinesFrom) {
        public Account {
            wanted = List.copyOf(wanted);
            borrowed = List.copyOf(borrowed);
            owed = List.copyOf(owed);
        }

        public long overdue() {
            return borrowed.stream().filter(loan -> loan.due().isBefore(today)).count();
        }

        public int cents() {
            return owed.stream().mapToInt(Owed::cents).sum();
        }
    }
}
