package foyer.server.circulation;

import foyer.station.HoldId;

/**
 * A loan's id. That of a loan which fulfils a hold is drawn from the hold: the same hold can never make two loans,
 * however often a door opens.
 */
public record LoanId(String value) {
    private static final String PREFIX = "loan-";

    public static LoanId of(HoldId hold) {
        return new LoanId(PREFIX + hold.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
