package foyer.server.ledger;

import foyer.server.circulation.By;
import foyer.station.PatronId;
import foyer.station.StaffId;

/**
 * Who decided, as three columns.
 *
 * @param how {@code reader}, {@code house}, or the channel staff were asked through
 */
record ByColumns(String how, String id, String why) {
    private static final String READER = "reader";
    private static final String HOUSE = "house";

    static ByColumns of(By by) {
        return switch (by) {
            case By.Reader reader -> new ByColumns(READER, reader.patron().value(), "");
            case By.Staff staff ->
                new ByColumns(staff.channel().name(), staff.staff().value(), staff.why());
            case By.House house -> new ByColumns(HOUSE, house.rule(), "");
        };
    }

    By by() {
        return switch (how) {
            case READER -> new By.Reader(new PatronId(id));
            case HOUSE -> new By.House(id);
            default -> new By.Staff(new StaffId(id), By.Channel.valueOf(how), why);
        };
    }
}
