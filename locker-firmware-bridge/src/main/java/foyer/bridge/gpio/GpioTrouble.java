package foyer.bridge.gpio;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why pins cannot be had, in words for staff. What Pi4J throws does not say; what the system shows does. */
final class GpioTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(GpioTrouble.class);

    private GpioTrouble() {}

    /**
     * @param devices where the chips are, /dev
     * @param what was not to be had, as "GPIO17"
     */
    static String words(Path devices, String what) {
        List<Path> chips = chips(devices);
        if (chips.isEmpty()) {
            return what + " cannot be had: this computer shows no GPIO chip (" + devices.resolve("gpiochip*") + ")";
        }
        if (chips.stream().noneMatch(chip -> Files.isReadable(chip) && Files.isWritable(chip))) {
            return what + " cannot be had: this user may not use the pins; add the user to the group gpio and log in"
                    + " again";
        }
        return what + " cannot be had: does another program or an overlay hold it? The command gpioinfo shows who";
    }

    private static List<Path> chips(Path devices) {
        List<Path> chips = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
            found.forEach(chips::add);
        } catch (IOException unreadable) {
            LOG.debug("{} cannot be listed", devices, unreadable);
        }
        return chips;
    }
}
