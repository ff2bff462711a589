package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Wall;
import foyer.station.CompartmentId;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the screens about one door share: the wall with that door lit, and the steps beside it. */
final class Doors {
    private Doors() {}

    static Region wall(CompartmentId lit, Kit kit) {
        return new WallDrawing(Wall.of(kit.setting().place().wall()), Optional.of(lit), kit);
    }

    /** @param closing the door is only to be closed any more: the last step is the one to take */
    static Region steps(Model model, CompartmentId door, boolean closing, Kit kit) {
        VBox words = kit.words(model.heading(), model.lead());
        if (closing) {
            words.getStyleClass().add("late");
        }
        List<String> steps = model.details();
        for (int at = 0; at < steps.size(); at++) {
            boolean now = closing ? at == steps.size() - 1 : at == 0;
            words.getChildren().add(Rows.step(at + 1, steps.get(at), now));
        }
        return Scaffold.question(kit, wall(door, kit), words, List.of());
    }
}
