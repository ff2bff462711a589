package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.List;

/**
 * A book is to be scanned for its return.
 *
 * @param count how many were taken in so far, in words
 */
public record ScanReturnModel(
        String heading,
        String lead,
        List<String> details,
        List<Offer> offers,
        String count,
        Pages<ReturnedRow> returned)
        implements Model {

    @Override
    public int pages() {
        return returned.pages();
    }

    static ScanReturnModel of(View.ScanReturn view, Setting in) {
        Pages<ReturnedRow> rows = ReturnedRow.pages(view.returned(), in);
        return new ScanReturnModel(
                in.say("scanReturn"),
                in.say("scanReturn.lead"),
                rows.shown().stream()
                        .map(row -> row.title() + ", " + row.about())
                        .toList(),
                List.of(Offer.usual("done", in.say("done"), new Touch.Done())),
                in.say("returned", "n", ReturnedRow.received(view.returned())),
                rows);
    }
}
