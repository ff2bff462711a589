package foyer.kiosk.screen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import foyer.kiosk.screen.model.planted.ModelWithAControl;
import foyer.kiosk.screen.planted.ScreenThatReadsADoor;
import org.junit.jupiter.api.Test;

/** What the screen may touch; each rule is shown a class that breaks it. */
class ScreenRoomsTest {
    private static final ArchRule SEES_ONLY_FRAMES = noClasses()
            .that()
            .resideInAPackage("foyer.kiosk.screen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "foyer.kiosk.store..",
                    "foyer.kiosk.door..",
                    "foyer.kiosk.link..",
                    "foyer.kiosk.scan..",
                    "foyer.kiosk.circulation..",
                    "foyer.bridge..",
                    "java.sql..")
            .because("a screen that could open a door or read a patron would one day do it past the decision");

    private static final ArchRule MODELS_WITHOUT_CONTROLS = noClasses()
            .that()
            .resideInAPackage("foyer.kiosk.screen.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "foyer.kiosk.screen.view..")
            .because("what a screen says is tested without drawing it");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("foyer.kiosk.screen");

    @Test
    void theScreenSeesOnlyFrames() {
        assertThat(OURS).isNotEmpty();
        SEES_ONLY_FRAMES.check(OURS);
        assertBreaks(SEES_ONLY_FRAMES, ScreenThatReadsADoor.class);
    }

    @Test
    void modelsHaveNoControls() {
        MODELS_WITHOUT_CONTROLS.check(OURS);
        assertBreaks(MODELS_WITHOUT_CONTROLS, ModelWithAControl.class);
    }

    private static void assertBreaks(ArchRule rule, Class<?> planted) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .as("%s breaks the rule", planted)
                .isTrue();
    }
}
