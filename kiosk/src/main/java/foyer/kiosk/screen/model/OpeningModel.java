package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;

/** The lock is being pulsed: time to look where the door is. */
public record OpeningModel(String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door)
        implements Model {
    static OpeningModel of(View.Opening view, Setting in) {
        return new OpeningModel(
                in.say("opening", "door", view.door().value()),
                Wall.where(view.door(), in),
                List.of(),
                List.of(),
                view.door());
    }
}
