package foyer.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.screen.view.Fit;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every view, in every language and setting, with the longest titles: nothing cut, everything large enough to touch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FitTest {
    private static final double TARGET = 64;
    private static final double SMALLEST_TYPE = 20;
    private static final double MIDDLE = 400;

    private final Screens screens = Screens.start(
            ScreenOptions.noDisplay().withSpeech(List.of("espeak-ng", "-v", "{language}", "--stdin")), touch -> {});
    /** 55 instead of 56 is the same step. */
    private static final double SAME = 2;

    /** Where titles of several lines leave the heading no choice. */
    private static final String LONGEST = ".*(ten|many|long|late)|staff-.*";

    private long visit;

    @AfterAll
    void stop() {
        screens.close();
    }

    static Stream<Arguments> languagesAndSettings() {
        return Stream.of("lv", "el", "en", "ru")
                .flatMap(language -> Settings.ALL.stream().map(setting -> Arguments.of(language, setting)));
    }

    @ParameterizedTest
    @MethodSource("languagesAndSettings")
    void fits(String language, String setting) {
        List<String> found = new ArrayList<>();
        Samples.all()
                .forEach((name, view) -> Screens.onScreenThread(() -> {
                    screens.shell().show(new Frame(++visit, view, Samples.place(language), 52, true, Samples.MOMENT));
                    Settings.apply(screens.shell(), setting);
                    Parent canvas = screens.shell().canvas();
                    Fit.tooLarge(canvas).forEach(problem -> found.add(name + ": " + problem));
                    look(canvas, canvas, setting.startsWith("low"), problem -> found.add(name + ": " + problem));
                    return true;
                }));
        assertThat(found).isEmpty();
    }

    private static void look(Parent canvas, Parent from, boolean low, Consumer<String> found) {
        for (Node child : from.getChildrenUnmodifiable()) {
            if (child instanceof Labeled labeled
                    && labeled.isVisible()
                    && !labeled.getText().isEmpty()) {
                if (labeled.getFont().getSize() < SMALLEST_TYPE) {
                    found.accept("'" + labeled.getText() + "' is set in "
                            + labeled.getFont().getSize());
                }
            }
            if (child instanceof ButtonBase button) {
                Bounds at = canvas.sceneToLocal(button.localToScene(button.getLayoutBounds()));
                if (at.getWidth() < TARGET || at.getHeight() < TARGET) {
                    found.accept(button.getId() + " is only " + at.getWidth() + " by " + at.getHeight());
                }
                if (low && at.getMinY() < MIDDLE - 1) {
                    found.accept(button.getId() + " is out of low reach at " + at.getMinY());
                }
                String said = button.getAccessibleText() == null ? button.getText() : button.getAccessibleText();
                if (button.getId() == null || said.isBlank()) {
                    found.accept("a button without a name: " + button);
                }
            } else if (child instanceof Parent inner) {
                look(canvas, inner, low, found);
            }
        }
    }

    @Test
    void largerTextIsAQuarterLarger() {
        assertThat(heading(new View.Pin(false, false), "en", "usual")).isEqualTo(56);
        assertThat(heading(new View.Pin(false, false), "en", "larger")).isEqualTo(70);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv", "el", "en", "ru"})
    void noHeadingIsSmallerForBeingLarger(String language) {
        List<String> smaller = new ArrayList<>();
        Samples.all().forEach((name, view) -> {
            double usual = heading(view, language, "usual");
            double larger = heading(view, language, "larger");
            if (larger < usual - SAME && !name.matches(LONGEST)) {
                smaller.add(name + " " + usual + " > " + larger);
            }
        });
        assertThat(smaller).isEmpty();
    }

    private double heading(View view, String language, String setting) {
        return Screens.onScreenThread(() -> {
            screens.shell().show(new Frame(++visit, view, Samples.place(language), 52, true, Samples.MOMENT));
            Settings.apply(screens.shell(), setting);
            return screens.shell().canvas().lookup(".heading") instanceof Label heading
                    ? heading.getFont().getSize()
                    : 0.0;
        });
    }

    @Test
    void theCheckSeesWhatIsCut() {
        List<String> found = Screens.onScreenThread(() -> {
            Label cut = new Label("Words that are far too long for so narrow a place");
            cut.setMaxWidth(80);
            VBox box = new VBox(cut);
            Scene scene = new Scene(box, 200, 100);
            box.applyCss();
            box.layout();
            assertThat(scene.getRoot()).isSameAs(box);
            return Fit.tooLarge(box);
        });
        assertThat(found).anyMatch(problem -> problem.contains("is shortened"));
    }
}
