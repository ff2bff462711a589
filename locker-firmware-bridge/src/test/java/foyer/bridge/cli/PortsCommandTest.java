package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A computer's devices, as files in a folder: whoever looks at names and rights only cannot tell. */
class PortsCommandTest {
    private static final String FTDI = "dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0";

    @TempDir
    private Path root;

    @BeforeEach
    void plugIn() throws IOException {
        for (String device :
                new String[] {"dev/ttyUSB0", "dev/ttyAMA0", "dev/gpiochip0", "dev/input/event3", "dev/video0"}) {
            Path path = root.resolve(device);
            Files.createDirectories(path.getParent());
            Files.createFile(path);
        }
        link(FTDI, "../../ttyUSB0");
        link("dev/input/by-id/usb-Newland_HR22-event-kbd", "../event3");
        link("dev/serial/by-id/usb-unplugged-if00", "../../ttyUSB9");
        write("sys/class/video4linux/video0/name", "Camera Module 3\n");
        write("proc/self/status", "Name:\tjava\nGid:\t1000\t1000\t1000\t1000\nGroups:\t20 44 \n");
        write("etc/group", "root:x:0:\ndialout:x:20:pi\nvideo:x:44:pi\ngpio:x:986:\npi:x:1000:\n");
    }

    private void link(String path, String target) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    @Test
    void devicesAreCalledByTheNamesThatLast() {
        Tool.Run run = Tool.runOn(root, "", "ports");
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FINE);
        assertThat(run.out())
                .contains("  /" + FTDI + "\n    /dev/ttyUSB0  FTDI FT232R USB UART A50285BI\n")
                .contains("  /dev/ttyAMA0\n    a port without a lasting name\n")
                .contains("  /dev/gpiochip0\n    pins\n")
                .contains("  /dev/input/by-id/usb-Newland_HR22-event-kbd\n    /dev/input/event3  Newland HR22\n")
                .contains("  /dev/video0\n    Camera Module 3\n")
                .contains("groups: dialout, video, pi\n")
                .doesNotContain("unplugged")
                .doesNotContain(root.toString());
        assertThat(run.out().split("/dev/ttyUSB0", -1)).as("told once").hasSize(2);
    }

    @Test
    void jsonHasThemToo() {
        JsonNode devices = Tool.runOn(root, "", "ports", "--json").json().get("devices");
        assertThat(devices)
                .extracting(device -> device.get("kind").asString() + " "
                        + device.get("device").asString())
                .containsExactly(
                        "serial /dev/ttyUSB0",
                        "serial /dev/ttyAMA0",
                        "gpio /dev/gpiochip0",
                        "keyboard /dev/input/event3",
                        "camera /dev/video0");
    }

    @Test
    void whoHoldsAPortIsNamed() throws Exception {
        Path port = root.resolve("dev/ttyUSB0");
        Process holder =
                new ProcessBuilder("sleep", "60").redirectInput(port.toFile()).start();
        try {
            Tool.Run run = Tool.runOn(root, "", "ports");
            assertThat(run.out()).contains("held by sleep (process " + holder.pid() + ")");
        } finally {
            holder.destroy();
        }
    }

    @Test
    void missingRightsAreToldWithTheCommandThatMendsThem() throws IOException {
        String user = System.getProperty("user.name");
        System.setProperty("user.name", "pi");
        try {
            Inventory inventory = Inventory.of(root);
            assertThat(inventory.missingGroups()).containsExactly("gpio");
            assertThat(PortsCommand.text(inventory))
                    .last()
                    .asString()
                    .startsWith("Not in: gpio. A station needs dialout");
        } finally {
            System.setProperty("user.name", user);
        }
    }

    @Test
    void aDeviceThatMayNotBeUsedIsSomethingWrong() throws IOException {
        // Said by the test, for root may use everything.
        Path chip = root.resolve("dev/gpiochip0").toRealPath();
        Inventory inventory = Inventory.of(root, (device, written) -> !device.equals(chip));
        assertThat(PortsCommand.exit(inventory)).isEqualTo(Exit.FOUND);
        assertThat(String.join("\n", PortsCommand.text(inventory)))
                .containsOnlyOnce("NOT USABLE")
                .contains("sudo usermod -aG");
        assertThat(PortsCommand.exit(Inventory.of(root, (device, written) -> true)))
                .isEqualTo(Exit.FINE);
    }

    @Test
    void aComputerWithoutAnyOfThemHasNone() {
        Tool.Run run = Tool.runOn(root.resolve("nowhere"), "", "ports");
        assertThat(run.exit()).isEqualTo(Exit.FINE);
        assertThat(run.out()).contains("Serial ports\n  none\n");
    }
}
