package foyer.bridge.gpio;

import com.pi4j.io.gpio.digital.DigitalState;
import java.util.List;
import java.util.Set;

/** A program that is told to end in the middle of a pulse; it says what the output was told. */
final class EndedInPulse {
    private EndedInPulse() {}

    public static void main(String[] arguments) throws Exception {
        MockPins pins = new MockPins();
        pins.then = level -> {
            System.out.println("level " + level.name());
            if (level == DigitalState.HIGH) {
                Thread.ofPlatform().daemon().start(() -> System.exit(0));
            }
        };
        GpioBus bus = GpioBus.open(
                pins.provider(), List.of(new GpioPins("bin", Set.of(17), Set.of(), false, GpioPins.LONGEST_PULSE)));
        bus.board("bin").pulse(17);
    }
}
