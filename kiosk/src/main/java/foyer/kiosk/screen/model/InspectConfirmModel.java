package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;

/** Staff confirm that a door is empty. */
public record InspectConfirmModel(
        String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door) implements Model {
    static InspectConfirmModel of(View.InspectConfirm view, Setting in) {
        String number = view.door().value();
        return new InspectConfirmModel(
                in.say("inspectConfirm", "door", number),
                in.say("inspectConfirm.lead"),
                List.of(),
                List.of(
                        Offer.usual("seenEmpty", in.say("seenEmpty"), new Touch.SeenEmpty()),
                        Offer.quiet("reopen", in.say("reopen", "door", number), new Touch.Reopen())),
                view.door());
    }
}
