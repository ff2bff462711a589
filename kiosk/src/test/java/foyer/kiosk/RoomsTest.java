package foyer.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import foyer.kiosk.circulation.Circulation;
import foyer.kiosk.planted.circulation.ChanceInCirculation;
import foyer.kiosk.planted.circulation.ClockInCirculation;
import foyer.kiosk.planted.circulation.FileInCirculation;
import foyer.kiosk.planted.circulation.IdMadeInCirculation;
import foyer.kiosk.planted.circulation.NanosInCirculation;
import foyer.kiosk.planted.circulation.SessionInCirculation;
import foyer.kiosk.planted.circulation.ThreadInCirculation;
import foyer.kiosk.planted.door.DecidesInDoor;
import foyer.kiosk.planted.door.ScanInDoor;
import foyer.kiosk.planted.link.DoorInLink;
import foyer.kiosk.planted.link.ServerInLink;
import foyer.kiosk.planted.scan.LinkInScan;
import foyer.kiosk.planted.screen.StoreInScreen;
import foyer.kiosk.planted.session.JavaFxInSession;
import foyer.kiosk.planted.session.LocksInSession;
import foyer.kiosk.planted.session.MqttInSession;
import foyer.kiosk.planted.session.SqlInSession;
import foyer.station.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who may touch what in the kiosk; each rule is also seen to fail on a class planted against it. */
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("foyer.kiosk");

    private static final ArchRule PURE = noClasses()
            .that()
            .resideInAPackage("..circulation..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.time",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "foyer.station",
                    "foyer.kiosk.circulation",
                    "org.jspecify..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Clock.class, Random.class, Process.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Ids.class, "random")
            .because("the same decisions run in production and in a simulator: no I/O, clock, thread or chance");

    private static final ArchRule SQL = outside("..store..", "java.sql..", "one room knows the database");
    private static final ArchRule MQTT = outside("..link..", "org.eclipse.paho..", "one room knows the broker");
    private static final ArchRule SCREEN = outside("..screen..", "javafx..", "the screen paints, nothing else does");

    private static final ArchRule LOCKS = noClasses()
            .that()
            .resideInAPackage("foyer.kiosk..")
            .and()
            .resideOutsideOfPackage("..door..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("foyer\\.bridge\\.(LockBank|ReturnBin|Opening.*)")
            .because("a lock is pulsed from one place, after its intent is durable");

    private static final ArchRule DECIDE = noClasses()
            .that()
            .resideOutsideOfPackages("foyer.kiosk.session", "foyer.kiosk.circulation")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Circulation.class)
            .because("only the session may decide: it commits before it acts");

    private static final ArchRule DOOR = apart("..door..", "foyer.kiosk.scan..", "foyer.kiosk.link..");
    private static final ArchRule SCAN = apart("..scan..", "foyer.kiosk.door..", "foyer.kiosk.link..");
    private static final ArchRule LINK = apart("..link..", "foyer.kiosk.door..", "foyer.kiosk.scan..");

    private static final ArchRule SEES = noClasses()
            .that()
            .resideInAPackage("..screen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "foyer.kiosk.store..",
                    "foyer.kiosk.link..",
                    "foyer.kiosk.door..",
                    "foyer.kiosk.scan..",
                    "foyer.kiosk.circulation..",
                    "foyer.bridge..")
            .because("the screen sees the session's view and sends one touch per press");

    private static final ArchRule SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("foyer.server..")
            .because("station and server meet in foyer.station only");

    private static ArchRule outside(String room, String tool, String why) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(tool)
                .because(why);
    }

    private static ArchRule apart(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("scan, door and link meet in the session only");
    }

    @Test
    void everyoneKeepsToTheirRoom() {
        assertThat(HOUSE.contain(Circulation.class)).isTrue();
        for (ArchRule rule : new ArchRule[] {PURE, SQL, MQTT, SCREEN, LOCKS, DECIDE, DOOR, SCAN, LINK, SEES, SERVER}) {
            rule.check(HOUSE);
        }
    }

    @Test
    void eachRuleFailsOnWhatItForbids() {
        assertFails(PURE, ClockInCirculation.class);
        assertFails(PURE, NanosInCirculation.class);
        assertFails(PURE, ThreadInCirculation.class);
        assertFails(PURE, ChanceInCirculation.class);
        assertFails(PURE, FileInCirculation.class);
        assertFails(PURE, SessionInCirculation.class);
        assertFails(PURE, IdMadeInCirculation.class);
        assertFails(SQL, SqlInSession.class);
        assertFails(MQTT, MqttInSession.class);
        assertFails(SCREEN, JavaFxInSession.class);
        assertFails(LOCKS, LocksInSession.class);
        assertFails(DECIDE, DecidesInDoor.class);
        assertFails(DOOR, ScanInDoor.class);
        assertFails(SCAN, LinkInScan.class);
        assertFails(LINK, DoorInLink.class);
        assertFails(SEES, StoreInScreen.class);
        assertFails(SERVER, ServerInLink.class);
    }

    private static void assertFails(ArchRule rule, Class<?> planted) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(planted.getSimpleName());
    }
}
