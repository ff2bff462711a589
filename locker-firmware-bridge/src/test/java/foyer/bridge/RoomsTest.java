package foyer.bridge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.digitalpetri.modbus.Crc16;
import com.digitalpetri.modbus.MbapHeader;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import foyer.bridge.planted.board.CommandInBoard;
import foyer.bridge.planted.board.ForeignInBoard;
import foyer.bridge.planted.board.PinInBoard;
import foyer.bridge.planted.board.PtyInBoard;
import foyer.bridge.planted.board.SerialPortInBoard;
import foyer.bridge.planted.frame.ModbusClientInFrame;
import foyer.bridge.planted.frame.ThreadInFrame;
import foyer.bridge.planted.frame.TimeoutInFrame;
import foyer.bridge.planted.scan.LoggerInScan;
import foyer.bridge.planted.scan.PictureInScan;
import foyer.bridge.planted.scan.camera.ForeignInCamera;
import org.junit.jupiter.api.Test;

/** Who may touch what in the bridge; each rule is also seen to fail on a class planted against it. */
class RoomsTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("foyer.bridge");

    private static final ArchRule SERIAL = noClasses()
            .that()
            .resideOutsideOfPackage("..line..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..")
            .because("a serial port's traps are known in one place: the line");

    private static final ArchRule GPIO = noClasses()
            .that()
            .resideOutsideOfPackage("..gpio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.pi4j..")
            .because("a pin left on burns a lock, so they are switched in one place");

    private static final ArchRule PTY = noClasses()
            .that()
            .resideOutsideOfPackage("..sim..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.pty4j..", "com.sun.jna..")
            .because("pseudo-terminals exist for simulations only");

    /**
     * What only computes. Of the Modbus library that is its PDUs, and two classes of a package where others wait; of
     * java.nio the buffers, for files and sockets have packages of their own.
     */
    private static final DescribedPredicate<JavaClass> PURE = resideInAnyPackage(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "java.nio",
                    "com.digitalpetri.modbus.pdu",
                    "..frame..",
                    "org.jspecify..")
            .or(belongToAnyOf(Crc16.class, MbapHeader.class))
            .as("what only computes");

    private static final ArchRule FOREIGN = noClasses()
            .that()
            .resideOutsideOfPackages("..sim..", "..scan")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.foreign..")
            .because("a foreign call can crash the process; terminals and keyboard devices cannot be had without");

    private static final ArchRule CAMERA = noClasses()
            .that()
            .resideOutsideOfPackage("foyer.bridge.scan.camera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.zxing..", "javax.imageio..", "java.awt..")
            .because("pictures are looked at in one place, and a bridge without a camera needs no desktop module");

    private static final ArchRule FRAME = noClasses()
            .that()
            .resideInAPackage("..frame..")
            .should()
            .dependOnClassesThat(not(PURE))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .because("frames are computed from bytes alone: without I/O, clocks, threads or chance");

    private static final ArchRule SCAN = noClasses()
            .that()
            .resideInAPackage("..scan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..")
            .because("a scan may be a person's card, so where its text is known nothing is logged");

    private static final ArchRule CLI = noClasses()
            .that()
            .resideOutsideOfPackage("..cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..", "org.jline..", "foyer.bridge.cli..")
            .because("no technician stands before a running station: the tool uses the bridge, never the other way");

    @Test
    void everyoneKeepsToTheirRoom() {
        SERIAL.check(HOUSE);
        GPIO.check(HOUSE);
        PTY.check(HOUSE);
        FOREIGN.check(HOUSE);
        CAMERA.check(HOUSE);
        FRAME.check(HOUSE);
        SCAN.check(HOUSE);
        CLI.check(HOUSE);
    }

    @Test
    void eachRuleFailsOnWhatItForbids() {
        assertFails(SERIAL, SerialPortInBoard.class);
        assertFails(GPIO, PinInBoard.class);
        assertFails(PTY, PtyInBoard.class);
        assertFails(FOREIGN, ForeignInBoard.class);
        assertFails(FOREIGN, ForeignInCamera.class);
        assertFails(CAMERA, PictureInScan.class);
        assertFails(FRAME, ThreadInFrame.class);
        assertFails(FRAME, ModbusClientInFrame.class);
        assertFails(FRAME, TimeoutInFrame.class);
        assertFails(SCAN, LoggerInScan.class);
        assertFails(CLI, CommandInBoard.class);
    }

    private static void assertFails(ArchRule rule, Class<?> planted) {
        JavaClasses classes = new ClassFileImporter().importClasses(planted);
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(planted.getSimpleName());
    }
}
