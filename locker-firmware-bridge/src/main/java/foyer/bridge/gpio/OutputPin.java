package foyer.bridge.gpio;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;

/** One relay or lamp. Any thread may switch it; nobody waits for a lock to switch it off. */
record OutputPin(DigitalOutput output, boolean activeLow) {
    /** @throws RuntimeException of Pi4J, if the pin is gone */
    void switchTo(boolean on) {
        output.state(level(on, activeLow));
    }

    static DigitalState level(boolean on, boolean activeLow) {
        return DigitalState.getState(on != activeLow);
    }
}
