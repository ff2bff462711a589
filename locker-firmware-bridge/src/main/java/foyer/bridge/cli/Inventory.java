package foyer.bridge.cli;

import foyer.bridge.line.PortHolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What devices a computer has that a station can use, and whether this user may (Linux). Nothing is opened.
 *
 * @param user who runs this program
 * @param groups the user's, as far as they have names
 * @param missingGroups those that own devices and that the user is not in
 */
record Inventory(String user, List<String> groups, List<String> missingGroups, List<Device> devices) {
    /** Who may use serial ports, pins, keyboards and cameras on a Raspberry Pi and most other Linux systems. */
    static final List<String> GROUPS = List.of("dialout", "gpio", "input", "video");

    private static final String ROOT = "root";

    Inventory {
        groups = List.copyOf(groups);
        missingGroups = List.copyOf(missingGroups);
        devices = List.copyOf(devices);
    }

    /**
     * One device.
     *
     * @param kind serial, gpio, keyboard or camera
     * @param path to be written into a hardware file
     * @param device what the path leads to at present
     * @param holder the program that has it open, if it is this user's; null if none is seen
     * @param trouble what keeps this user from it, and what to do; null if nothing
     */
    record Device(
            String kind,
            String path,
            String device,
            String what,
            @Nullable String holder,
            @Nullable String trouble) {}

    /** Whether this user may read a device, and write to it where that is asked as well. */
    interface Rights {
        boolean allow(Path device, boolean written);
    }

    /** @param root of the file system, {@code /} */
    static Inventory of(Path root) throws IOException {
        return of(root, (device, written) -> Files.isReadable(device) && (!written || Files.isWritable(device)));
    }

    static Inventory of(Path root, Rights rights) throws IOException {
        String user = System.getProperty("user.name", "");
        List<String> groups = UserGroups.of(root);
        List<Device> devices = new ArrayList<>();
        Path dev = root.resolve("dev");
        Finder finder = new Finder(root, rights, user, groups, devices);
        Set<Path> named = new HashSet<>();
        for (Path link : list(dev.resolve("serial/by-id"), "*")) {
            named.add(finder.add("serial", link, readable(link), "dialout", true));
        }
        for (Path port : list(dev, "tty{USB,ACM,AMA}*")) {
            if (!named.contains(port.toRealPath())) {
                finder.add("serial", port, "a port without a lasting name", "dialout", true);
            }
        }
        for (Path chip : list(dev, "gpiochip*")) {
            finder.add("gpio", chip, "pins", "gpio", true);
        }
        for (Path keyboard : list(dev.resolve("input/by-id"), "*-event-kbd")) {
            finder.add("keyboard", keyboard, readable(keyboard), "input", false);
        }
        for (Path camera : list(dev, "video*")) {
            Path name = root.resolve("sys/class/video4linux")
                    .resolve(camera.getFileName())
                    .resolve("name");
            finder.add(
                    "camera",
                    camera,
                    Files.isReadable(name) ? Files.readString(name).strip() : "",
                    "video",
                    true);
        }
        List<String> missing = user.equals(ROOT)
                ? List.of()
                : GROUPS.stream()
                        .filter(group -> !groups.contains(group) && UserGroups.exists(root, group))
                        .toList();
        return new Inventory(user, groups, missing, devices);
    }

    /** Takes up devices of one computer. */
    private record Finder(Path root, Rights rights, String user, List<String> groups, List<Device> devices) {
        /** @return what the path leads to */
        Path add(String kind, Path path, String what, String usualGroup, boolean written) throws IOException {
            Path real = path.toRealPath();
            boolean usable = rights.allow(real, written);
            devices.add(new Device(
                    kind,
                    shown(path),
                    shown(real),
                    what,
                    PortHolder.find(real).orElse(null),
                    usable ? null : trouble(real, usualGroup)));
            return real;
        }

        /** As it is called on the computer itself. */
        private String shown(Path path) throws IOException {
            Path real = root.toRealPath();
            Path below = path.startsWith(real) ? real.relativize(path) : root.relativize(path);
            return "/" + below;
        }

        private String trouble(Path real, String usualGroup) throws IOException {
            String owner = Files.readAttributes(real, PosixFileAttributes.class)
                    .group()
                    .getName();
            String group = owner.equals(ROOT) ? usualGroup : owner;
            return groups.contains(group)
                    ? user + " may not use it though in the group " + group + ": log out and in again, or look at the"
                            + " device's rights with ls -l"
                    : user + " may not use it: sudo usermod -aG " + group + " " + user + ", then log out and in again";
        }
    }

    private static List<Path> list(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, pattern)) {
            for (Path path : paths) {
                // A link that leads nowhere is a device that is being unplugged.
                if (Files.exists(path)) {
                    found.add(path);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** The maker and model in a name that udev gave. */
    private static String readable(Path link) {
        return String.valueOf(link.getFileName())
                .replaceFirst("^usb-", "")
                .replaceFirst("(-if\\d\\d)?(-port\\d+|-event-kbd)?$", "")
                .replace('_', ' ');
    }
}
