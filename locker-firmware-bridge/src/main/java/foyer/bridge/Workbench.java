package foyer.bridge;

import foyer.bridge.board.Bus;
import foyer.bridge.gpio.GpioProvider;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import foyer.bridge.sim.SimulatedWall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines and scanners of a hardware file, opened by hand: for whoever commissions a station and looks at its boards
 * one by one. Where doors are opened for patrons, {@link Bridge} is the only way.
 *
 * <p>Nothing in here sees to it that locks of one supply pull one at a time.
 */
public final class Workbench implements AutoCloseable {
    private final Hardware hardware;
    private final @Nullable SimulatedWall wall;
    private final Plugs plugs;

    /** Opens nothing yet. */
    public Workbench(Hardware hardware) {
        this.hardware = hardware;
        this.wall = RunningBridge.isSimulated(hardware) ? SimulatedWall.inMemory(hardware) : null;
        this.plugs = new Plugs(hardware, wall, GpioProvider.gpiod());
    }

    /**
     * Opens a line once; not opened anew when it is lost. To be closed by the thread that opened it.
     *
     * @param line as the file calls it
     * @throws IllegalArgumentException if the file names no such line
     */
    public Bus open(String line) throws LineLost, InterruptedException {
        return plugs.boards(hardware.line(line)).opener().open();
    }

    /**
     * As {@link #open}; what comes over it is what the scanner sends, AIM prefix and line end included.
     *
     * @return empty for a scanner that types into a window, where nothing is opened
     */
    public Optional<Source> openScanner(Hardware.ScannerMap scanner) throws LineLost, InterruptedException {
        Optional<LineKeeper.Plug<Source>> plug = plugs.scanner(scanner);
        return plug.isEmpty()
                ? Optional.empty()
                : Optional.of(plug.get().opener().open());
    }

    /** As {@link Bridge#simulation}. */
    public Optional<SimulatedWall> simulation() {
        return Optional.ofNullable(wall);
    }

    /** Ends the simulation, if there is one. */
    @Override
    public void close() {
        if (wall != null) {
            wall.close();
        }
    }
}
