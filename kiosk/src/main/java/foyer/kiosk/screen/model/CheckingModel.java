package foyer.kiosk.screen.model;

import java.util.List;

/** The PIN is being checked. */
public record CheckingModel(String heading, String lead, List<String> details, List<Offer> offers) implements Model {
    static CheckingModel of(Setting in) {
        return new CheckingModel(in.say("checking"), in.say("checking.lead"), List.of(), List.of());
    }
}
