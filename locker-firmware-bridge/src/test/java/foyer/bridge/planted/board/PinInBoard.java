package foyer.bridge.planted.board;

import com.pi4j.io.gpio.digital.DigitalOutput;

/** Planted: a board driver that switches a pin by itself. */
public final class PinInBoard {
    private PinInBoard() {}

    public static void on(DigitalOutput pin) {
        pin.high();
    }
}
