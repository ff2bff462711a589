package foyer.bridge;

import foyer.bridge.gpio.GpioProvider;
import foyer.bridge.sim.SimulatedWall;
import java.util.List;
import java.util.Optional;

/** The hardware of one station, running: one thread for each line. */
public interface Bridge extends AutoCloseable {
    /**
     * Starts every line's thread and returns at once; what the hardware says comes to the listener. Hardware that is not
     * there is reported as health and looked for until it is, so this never fails.
     */
    static Bridge start(Hardware hardware, BridgeListener listener) {
        RunningBridge bridge = new RunningBridge(hardware, listener, GpioProvider.gpiod());
        bridge.start();
        return bridge;
    }

    LockBank locks();

    List<ReturnBin> bins();

    /** Where a window's keys go, if the file names a scanner {@code keyboard}. */
    Optional<WindowKeys> keyboard();

    /** The simulated hardware in this process, if the file names any line or scanner {@code simulated}. */
    Optional<SimulatedWall> simulation();

    /** Ends every line's thread; pulses nothing more. */
    @Override
    void close();
}
