package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Opening;
import foyer.bridge.Position;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the bridge says, in a technician's words. */
final class Words {
    private Words() {}

    /** Where a line ends, as a hardware file says it. */
    static String of(Hardware.LineKind kind) {
        return switch (kind) {
            case Hardware.Serial(String path, int baud) -> "serial " + path + " " + baud;
            case Hardware.Tcp(String host, int port) -> "tcp " + host + " " + port;
            case Hardware.Gpio() -> "gpio";
            case Hardware.Simulated() -> "simulated";
        };
    }

    /** What a scanner is, as a hardware file says it. */
    static String of(Hardware.ScannerKind kind) {
        return switch (kind) {
            case Hardware.Serial serial -> of((Hardware.LineKind) serial);
            case Hardware.Evdev(String path) -> "evdev " + path;
            case Hardware.Keyboard() -> "keyboard";
            case Hardware.Camera(List<String> command) -> "camera " + String.join(" ", command);
            case Hardware.Simulated() -> "simulated";
        };
    }

    static String of(Position position) {
        return position.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What came of an order.
     *
     * @param outcome Opened, Jammed, WrongDoor, NotConfirmed or NotPulsed
     * @param millis from the pulse to the contact's change; null if it did not open
     * @param changed what opened instead or as well
     */
    record Outcome(String what, String outcome, @Nullable Long millis, List<String> changed, String words) {}

    /** @param what as in {@code door 3} */
    static Outcome of(String what, Opening opening) {
        return switch (opening) {
            case Opening.Opened(long pulsedAt, long openedAt) -> {
                long millis = TimeUnit.NANOSECONDS.toMillis(openedAt - pulsedAt);
                yield new Outcome(what, "Opened", millis, List.of(), "its contact said so after " + millis + " ms");
            }
            case Opening.Jammed(long pulsedAt) ->
                new Outcome(
                        what,
                        "Jammed",
                        null,
                        List.of(),
                        "its lock was pulsed and its contact stayed closed: does something hold the door, is the lock"
                                + " connected, and is it on this channel?");
            case Opening.WrongDoor wrong -> {
                List<String> changed = wrong.changed().stream().sorted().toList();
                yield new Outcome(
                        what,
                        "WrongDoor",
                        null,
                        changed,
                        "the contact of " + String.join(", ", changed)
                                + " changed: 'walk' finds out which channel belongs to which door");
            }
            case Opening.NotConfirmed(long pulsedAt, String why) ->
                new Outcome(what, "NotConfirmed", null, List.of(), "its lock was pulsed, and then: " + why);
            case Opening.NotPulsed(String why) ->
                new Outcome(what, "NotPulsed", null, List.of(), "nothing was pulsed: " + why);
        };
    }
}
