package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;

/** A book goes into a door. */
public record LoadDoorModel(
        String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door, boolean late)
        implements Model {
    static LoadDoorModel of(View.LoadDoor view, Setting in) {
        String number = view.door().value();
        return new LoadDoorModel(
                in.say(view.late() ? "doorOpen.late" : "loadDoor", "door", number),
                view.late() ? in.say("doorOpen.late.lead") : Wall.where(view.door(), in),
                List.of(in.say("loadDoor.put", "book", Titles.withAuthor(view.book(), in)), in.say("loadDoor.close")),
                List.of(),
                view.door(),
                view.late());
    }
}
