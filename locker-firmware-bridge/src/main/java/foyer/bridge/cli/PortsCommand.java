package foyer.bridge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Lists what could be written into a hardware file. */
@CommandLine.Command(
        name = "ports",
        description = "Lists serial ports, pins, keyboards and cameras, who holds them, and whether this user may use"
                + " them.")
final class PortsCommand extends Command {
    private static final Map<String, String> TITLES = Map.of(
            "serial", "Serial ports",
            "gpio", "Pins",
            "keyboard", "Keyboards (and scanners that type)",
            "camera", "Cameras");

    PortsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        Inventory inventory = Inventory.of(surroundings.root());
        if (json()) {
            document(inventory);
        } else {
            text(inventory).forEach(out()::println);
            out().flush();
        }
        return exit(inventory);
    }

    static int exit(Inventory inventory) {
        return inventory.devices().stream().anyMatch(device -> device.trouble() != null) ? Exit.FOUND : Exit.FINE;
    }

    static List<String> text(Inventory inventory) {
        List<String> lines = new ArrayList<>();
        for (String kind : List.of("serial", "gpio", "keyboard", "camera")) {
            lines.add(TITLES.get(kind));
            List<Inventory.Device> devices = inventory.devices().stream()
                    .filter(device -> device.kind().equals(kind))
                    .toList();
            devices.forEach(device -> describe(lines, device));
            if (devices.isEmpty()) {
                lines.add("  none");
            }
        }
        lines.add("User " + inventory.user() + ", groups: " + String.join(", ", inventory.groups()));
        if (!inventory.missingGroups().isEmpty()) {
            lines.add("Not in: " + String.join(", ", inventory.missingGroups())
                    + ". A station needs dialout for serial ports, gpio for pins, input for scanners that type, video"
                    + " for cameras.");
        }
        return lines;
    }

    private static void describe(List<String> lines, Inventory.Device device) {
        boolean sameName = device.path().equals(device.device());
        lines.add("  " + device.path());
        lines.add("    " + (sameName ? "" : device.device() + "  ") + device.what());
        if (device.holder() != null) {
            lines.add("    held by " + device.holder());
        }
        if (device.trouble() != null) {
            lines.add("    NOT USABLE: " + device.trouble());
        }
    }
}
