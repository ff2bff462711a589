package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;

/** Staff confirm that the book is inside. */
public record LoadConfirmModel(
        String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door) implements Model {
    static LoadConfirmModel of(View.LoadConfirm view, Setting in) {
        String number = view.door().value();
        return new LoadConfirmModel(
                in.say("loadConfirm", "door", number),
                Titles.withAuthor(view.book(), in),
                List.of(),
                List.of(
                        Offer.usual("loaded", in.say("loaded"), new Touch.Loaded()),
                        Offer.quiet("reopen", in.say("reopen", "door", number), new Touch.Reopen())),
                view.door());
    }
}
