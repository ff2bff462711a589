package foyer.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.kiosk.screen.model.Language;
import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Setting;
import foyer.kiosk.screen.model.Titles;
import foyer.kiosk.screen.model.Typed;
import foyer.kiosk.screen.model.Wall;
import foyer.kiosk.screen.model.Words;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.Birth.Height;
import foyer.station.Birth.Size;
import foyer.station.CompartmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What screens say, without drawing any. */
class ModelTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | 7  | Third column, at the height of the screen.
            EN | 1  | First column, above the height of the screen.
            EN | 15 | Second column, below the height of the screen.
            EL | 7  | Τρίτη στήλη, στο ύψος της οθόνης.
            LV | 7  | Trešā kolonna, ekrāna augstumā.
            RU | 19 | Четвёртый столбец, ниже уровня экрана.
            """)
    void whereADoorIs(Language language, String door, String said) {
        View view = new View.Opening(new CompartmentId(door));
        assertThat(Model.of(view, setting(language, Samples.place())).lead()).isEqualTo(said);
    }

    @Test
    void aWallWithoutAScreenIsSaidByItsThirds() {
        List<CompartmentPlan> wall = List.of(door("1", 0), door("2", 1), door("3", 2));
        Frame.Place place =
                new Frame.Place(Map.of("en", "Branch"), "1", Samples.place().zone(), List.of("en"), wall);
        assertThat(Wall.of(wall).screen()).isEmpty();
        assertThat(lead("1", place)).isEqualTo("First column, near the top.");
        assertThat(lead("2", place)).isEqualTo("First column, in the middle.");
        assertThat(lead("3", place)).isEqualTo("First column, near the floor.");
        assertThat(lead("4", place)).isEmpty();
    }

    @Test
    void theScreenIsTheLargestEmptyPlace() {
        assertThat(Wall.of(Samples.place().wall()).screen()).contains(new Wall.Cells(1, 1, 1, 2));
        assertThat(Wall.of(List.of()).screen()).isEmpty();
    }

    @Test
    void titlesAreCutWhereAReaderWouldCutThem() {
        assertThat(Titles.shortened("Mātes piens")).isEqualTo("Mātes piens");
        assertThat(Titles.shortened(
                        "Latvijas vēsture : no senākajiem laikiem līdz mūsdienām, 1. sējums / red. A. Ozols"))
                .isEqualTo("Latvijas vēsture");
        assertThat(Titles.shortened(Samples.LONG_TITLE))
                .hasSizeLessThanOrEqualTo(64)
                .endsWith("…")
                .doesNotContain(" …");
        assertThat(Titles.shortened("x".repeat(300))).hasSize(64);
    }

    @ParameterizedTest
    @EnumSource(View.What.class)
    void everyTroubleSaysWhatWhatToDoAndWhoHelps(View.What what) {
        for (Language language : Language.values()) {
            for (Optional<CompartmentId> door : List.of(Optional.<CompartmentId>empty(), Optional.of(Samples.SEVEN))) {
                Model model = Model.of(new View.Trouble(what, door, false), setting(language, Samples.place()));
                assertThat(model.heading()).isNotBlank().doesNotContain("none", "{");
                assertThat(model.lead()).isNotBlank().doesNotContain("none", "{");
                assertThat(model.spoken()).contains(Samples.place().phone());
            }
        }
    }

    @Test
    void oneBookIsNotManyAndNoneIsNotAsked() {
        Setting in = setting(Language.EN, Samples.place());
        assertThat(Model.of(new View.DoorOpen(Samples.SEVEN, Samples.two().subList(0, 1), false), in)
                        .details())
                .containsExactly("Take your book: “Dvēseļu putenis”", "Close the door. Then you are done.");
        assertThat(Model.of(new View.DoorOpen(Samples.SEVEN, List.of(), false), in)
                        .details())
                .containsExactly("See that nothing of yours is left inside.", "Close the door.");
        assertThat(Model.of(new View.DoorOpen(Samples.SEVEN, Samples.ten(), false), in)
                        .details()
                        .getFirst())
                .startsWith("Take 10 books: ")
                .endsWith(" and 8 more");
    }

    @Test
    void typedDigitsAreBoundedWipedAndNeverShown() {
        Typed typed = new Typed(5);
        "1234567".chars().forEach(digit -> typed.add((char) digit));
        assertThat(typed.text()).isEqualTo("12345");
        typed.erase();
        assertThat(typed.text()).isEqualTo("1234");
        assertThat(typed).hasToString("Typed[]");
        typed.wipe();
        assertThat(typed.text()).isEmpty();
        assertThatThrownBy(() -> typed.add('x')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPinTooShortIsNotSent() {
        Model pin = Model.of(new View.Pin(false, false), setting(Language.EN, Samples.place()));
        Typed typed = pin.typing().orElseThrow();
        assertThat(pin.entered()).isEmpty();
        "123".chars().forEach(digit -> typed.add((char) digit));
        assertThat(pin.entered()).isEmpty();
        typed.add('4');
        assertThat(pin.entered()).contains(new Touch.PinTyped("1234"));
    }

    @Test
    void staffAreToldThatTheServerIsOutOfReach() {
        View view = new View.StaffHome(List.of(), List.of(), 2, List.of(), Optional.empty());
        Setting offline = new Setting(new Words(Language.EN), Samples.place(), false, false, false, 0);
        assertThat(Model.of(view, offline).details()).anyMatch(said -> said.startsWith("No connection"));
        assertThat(Model.of(view, setting(Language.EN, Samples.place())).details())
                .noneMatch(said -> said.startsWith("No connection"));
    }

    private static String lead(String door, Frame.Place place) {
        return Model.of(new View.Opening(new CompartmentId(door)), setting(Language.EN, place))
                .lead();
    }

    private static Setting setting(Language language, Frame.Place place) {
        return new Setting(new Words(language), place, true, false, false, 0);
    }

    private static CompartmentPlan door(String id, int row) {
        return new CompartmentPlan(new CompartmentId(id), Size.M, Height.MIDDLE, 0, row, 1, 1);
    }
}
