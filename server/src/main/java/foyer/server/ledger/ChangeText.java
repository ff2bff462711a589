package foyer.server.ledger;

import foyer.server.circulation.Change;
import foyer.station.HoldId;
import foyer.station.PatronId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change as the journal keeps it. Whom it is about is taken out of the text and stands in a column of its own, which
 * alone may be emptied.
 *
 * @param kind the change's type
 * @param body JSON; {@value #SOMEBODY} stands for the patron
 */
record ChangeText(String kind, Optional<String> hold, Optional<String> loan, Optional<String> patron, String body) {
    static final String SOMEBODY = "somebody";

    static ChangeText of(Change change) {
        Optional<PatronId> patron = patronOf(change);
        return new ChangeText(
                change.getClass().getSimpleName(),
                holdOf(change),
                loanOf(change),
                patron.map(PatronId::value),
                ChangeJson.write(change, patron));
    }

    /** What a patron's column says: nothing when whose it was is forgotten. */
    static @Nullable String column(PatronId patron) {
        return patron.value().equals(SOMEBODY) ? null : patron.value();
    }

    /** The change again, about the patron of the column; about nobody known when it is empty. */
    Change change() {
        return ChangeJson.read(kind, body, patron.map(PatronId::new));
    }

    private static Optional<PatronId> patronOf(Change change) {
        return switch (change) {
            case Change.HoldPlaced c -> Optional.of(c.hold().facts().patron());
            case Change.HoldBecame c -> Optional.of(c.hold().facts().patron());
            case Change.LoanBegun c -> Optional.of(c.loan().facts().patron());
            case Change.LoanBecame c -> Optional.of(c.loan().facts().patron());
            case Change.LoanEnded c -> Optional.of(c.loan().facts().patron());
            case Change.FineBecame c -> Optional.of(c.fine().facts().patron());
            case Change.AppointmentBecame c ->
                Optional.of(c.appointment().facts().patron());
            case Change.LockBecame c -> Optional.of(c.patron());
            case Change.DiscrepancyRaised c -> c.mention().patron();
            case Change.ItemBecame c -> Optional.empty();
            case Change.BatchBecame c -> Optional.empty();
            case Change.Dropped c -> Optional.empty();
            case Change.DoorSettled c -> Optional.empty();
            case Change.HealthSettled c -> Optional.empty();
        };
    }

    private static Optional<String> holdOf(Change change) {
        return switch (change) {
            case Change.HoldPlaced c -> Optional.of(c.hold().id().value());
            case Change.HoldBecame c -> Optional.of(c.hold().id().value());
            case Change.DiscrepancyRaised c -> c.mention().hold().map(HoldId::value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> loanOf(Change change) {
        return switch (change) {
            case Change.LoanBegun c -> Optional.of(c.loan().id().value());
            case Change.LoanBecame c -> Optional.of(c.loan().id().value());
            case Change.LoanEnded c -> Optional.of(c.loan().id().value());
            case Change.FineBecame c -> Optional.of(c.fine().facts().loan().value());
            default -> Optional.empty();
        };
    }
}
