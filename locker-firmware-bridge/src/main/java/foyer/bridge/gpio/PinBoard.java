package foyer.bridge.gpio;

import com.pi4j.exception.Pi4JException;
import com.pi4j.library.gpiod.internal.GpioDException;
import foyer.bridge.board.Reading;
import foyer.bridge.board.RelayBoard;
import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pins of one board. A channel is a BCM number; the bits of outputs are 0 in every reading. */
record PinBoard(
        GpioPins pins, Map<Integer, OutputPin> outputs, List<InputPin> inputs, PinGate gate, PulseWatchdog watchdog)
        implements RelayBoard {
    private static final Logger LOG = LoggerFactory.getLogger(PinBoard.class);

    /** Pins always answer, and at once; one reading tells at most one change of each contact. */
    @Override
    public Optional<Reading> read(BooleanSupplier hurried) throws LineLost {
        gate.enter();
        try {
            long bits = 0;
            for (InputPin input : inputs) {
                bits |= input.bit();
            }
            return Optional.of(new Reading(bits, System.nanoTime()));
        } catch (Pi4JException | GpioDException gone) {
            throw lost(gone);
        } finally {
            gate.leave();
        }
    }

    /**
     * Switches the output on, waits, and switches it off whatever happens; returns after the pulse. See {@link GpioBus}
     * for what no program can do.
     *
     * @throws LineLost if the pin is gone or the bus was closed meanwhile; it may have been on for a part of the time
     * @throws InterruptedException as soon as the thread is to end; the output is off
     */
    @Override
    public void pulse(int channel) throws LineLost, InterruptedException {
        OutputPin output = output(channel);
        if (Thread.interrupted()) {
            throw new InterruptedException("before the pulse");
        }
        gate.enter();
        try {
            pulse(output);
        } catch (Pi4JException gone) {
            throw lost(gone);
        } finally {
            gate.leave();
        }
    }

    private void pulse(OutputPin output) throws LineLost, InterruptedException {
        ScheduledFuture<?> guard = watchdog.guard(output, pins.pulseMillis());
        try {
            output.switchTo(true);
            gate.await(TimeUnit.MILLISECONDS.toNanos(pins.pulseMillis()));
        } finally {
            output.switchTo(false);
            // Only now: an output that could not be switched off stays guarded.
            guard.cancel(false);
        }
    }

    @Override
    public void set(int channel, boolean on) throws LineLost {
        OutputPin output = output(channel);
        gate.enter();
        try {
            output.switchTo(on);
        } catch (Pi4JException gone) {
            throw lost(gone);
        } finally {
            gate.leave();
        }
    }

    private OutputPin output(int channel) {
        OutputPin output = outputs.get(channel);
        if (output == null) {
            throw new IllegalArgumentException("GPIO" + channel + " is no output of board " + pins.board());
        }
        return output;
    }

    private LineLost lost(RuntimeException gone) {
        LOG.warn("the pins of board {} fail", pins.board(), gone);
        return new LineLost("the pins of board " + pins.board() + " cannot be used any more");
    }
}
