package foyer.kiosk.screen;

import foyer.kiosk.screen.model.Language;
import foyer.kiosk.screen.model.Words;
import foyer.kiosk.screen.view.Drawings;
import foyer.kiosk.screen.view.LanguageChoice;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.View;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Where you are, the clock, the languages. Never moves. */
final class Header extends HBox {
    private static final double TALL = 88;

    private final Label name = new Label();
    private final Label clock = new Label();
    private final Consumer<Language> speak;

    Header(Consumer<Language> speak) {
        this.speak = speak;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(TALL);
        setMaxHeight(TALL);
        name.getStyleClass().add("where");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        clock.getStyleClass().add("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
    }

    void paint(Frame frame, Words words, Visit visit, List<Language> offered) {
        getChildren().setAll(Drawings.mark(), name, clock);
        if (!visit.low() && offered.size() > 1) {
            getChildren().add(LanguageChoice.of(offered, visit.language(), words, speak));
        }
        name.setText(name(frame.place(), words.language()));
        tick(frame, words);
    }

    /** The date only where there is time to read it. */
    void tick(Frame frame, Words words) {
        clock.setText(
                frame.view() instanceof View.Welcome
                        ? words.clock(frame.moment(), frame.place().zone())
                        : words.time(frame.moment(), frame.place().zone()));
    }

    private static String name(Frame.Place place, Language language) {
        Map<String, String> names = place.name();
        String own = names.get(language.code());
        String branchs = names.get(place.languages().getFirst());
        return own != null ? own : branchs != null ? branchs : "";
    }
}
