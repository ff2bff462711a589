package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;
import java.util.List;
import java.util.Map;

/** The flap is open for one book. Nothing to press: the drop itself is the answer. */
public record DropReturnModel(
        String heading,
        String lead,
        List<String> details,
        List<Offer> offers,
        String cover,
        String count,
        Pages<ReturnedRow> returned)
        implements Model {

    static DropReturnModel of(View.DropReturn view, Setting in) {
        Setting firstPage = new Setting(in.words(), in.place(), in.online(), in.larger(), in.low(), 0);
        Pages<ReturnedRow> rows = ReturnedRow.pages(view.returned(), firstPage);
        return new DropReturnModel(
                in.say("dropReturn", "bin", view.bin().value()),
                in.words().say("dropReturn.lead", Map.of("book", Titles.withAuthor(view.book(), in))),
                rows.shown().stream()
                        .map(row -> row.title() + ", " + row.about())
                        .toList(),
                List.of(),
                view.book().title().orElse(view.book().item().value()),
                in.say("returned", "n", ReturnedRow.received(view.returned())),
                rows);
    }
}
