package foyer.server.circulation;

import foyer.station.HoldId;

/** A loan's id, drawn from the hold it fulfils: the same hold can never make two loans, however often a door opens. */
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
