package foyer.kiosk.screen.model;

import java.util.List;

/** Before the first word from the server. */
public record StartingModel(String heading, String lead, List<String> details, List<Offer> offers) implements Model {
    static StartingModel of(Setting in) {
        return new StartingModel(in.say("starting"), in.say("starting.lead"), List.of(), List.of());
    }
}
