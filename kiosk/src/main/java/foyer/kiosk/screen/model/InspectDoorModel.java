package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;

/** A door is to be emptied. */
public record InspectDoorModel(
        String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door, boolean late)
        implements Model {
    static InspectDoorModel of(View.InspectDoor view, Setting in) {
        return new InspectDoorModel(
                in.say(
                        view.late() ? "doorOpen.late" : "inspectDoor",
                        "door",
                        view.door().value()),
                view.late() ? in.say("doorOpen.late.lead") : Wall.where(view.door(), in),
                List.of(in.say("inspectDoor.take"), in.say("inspectDoor.close")),
                List.of(),
                view.door(),
                view.late());
    }
}
