package foyer.bridge.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.library.gpiod.internal.GpioDException;
import foyer.bridge.board.Bus;
import foyer.bridge.board.RelayBoard;
import foyer.bridge.line.LineLost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Boards made of this computer's own pins. Every output is off from the opening on, and off at the closing; a program
 * that is told to end closes the bus by itself.
 *
 * <p><strong>A pulse is timed by this program</strong>, on the bus's thread, and a watchdog switches off what that
 * thread leaves on. Nothing here helps when the process is killed or the computer hangs in the middle of a pulse: then
 * the kernel releases the pin, and Raspberry Pi OS leaves it as it was, that is on, unless {@code config.txt} says
 * {@code dtparam=strict_gpiod} (then it becomes an input, and a pull resistor holds the relay off). So wire each
 * solenoid behind a time relay or a fuse that bears a stuck output; boards that time their pulse themselves are better.
 *
 * <p>One bus at a time in one program: Pi4J's gpiod part has one chip for the whole program and gives it back with the
 * first bus that closes.
 */
public final class GpioBus implements Bus {
    private static final Logger LOG = LoggerFactory.getLogger(GpioBus.class);
    private static final Path DEVICES = Path.of("/dev");
    /** Longer than a contact bounces, much shorter than a book's way through a beam. */
    private static final long DEBOUNCE_MILLIS = 10;

    private final Context context;
    private final PinGate gate = new PinGate();
    private final PulseWatchdog watchdog = new PulseWatchdog();
    private final Map<String, PinBoard> boards = new HashMap<>();
    private final List<OutputPin> outputs = new ArrayList<>();
    private final Thread atEnd = Thread.ofPlatform().name("foyer-gpio-end").unstarted(this::release);

    private GpioBus(Context context) {
        this.context = context;
    }

    /**
     * Takes the pins and switches all outputs off.
     *
     * @param provider of the device or, in tests, Pi4J's mock
     * @param boards none of whose names and pins is there twice
     * @throws LineLost if there is no chip, it may not be used, or somebody else has a pin
     * @throws IllegalArgumentException if a name or a pin is there twice
     */
    public static GpioBus open(GpioProvider provider, List<GpioPins> boards) throws LineLost {
        checkOnce(boards);
        GpioBus bus = new GpioBus(take("GPIO", () -> Pi4J.newContextBuilder()
                .disableShutdownHook()
                .add(provider.outputs().get(), provider.inputs().get())
                .build()));
        boolean open = false;
        try {
            Runtime.getRuntime().addShutdownHook(bus.atEnd);
            for (GpioPins pins : boards) {
                bus.boards.put(pins.board(), bus.take(pins));
            }
            open = true;
        } finally {
            if (!open) {
                bus.close();
            }
        }
        return bus;
    }

    private static void checkOnce(List<GpioPins> boards) {
        Set<String> names = new HashSet<>();
        Set<Integer> taken = new HashSet<>();
        for (GpioPins pins : boards) {
            if (!names.add(pins.board())) {
                throw new IllegalArgumentException("board " + pins.board() + " is there twice");
            }
            Set<Integer> own = new TreeSet<>(pins.outputs());
            own.addAll(pins.inputs());
            for (int pin : own) {
                if (!taken.add(pin)) {
                    throw new IllegalArgumentException("GPIO" + pin + " is on two boards");
                }
            }
        }
    }

    private PinBoard take(GpioPins pins) throws LineLost {
        Map<Integer, OutputPin> switched = new HashMap<>();
        for (int pin : new TreeSet<>(pins.outputs())) {
            OutputPin output = new OutputPin(take("GPIO" + pin, () -> output(pin, pins)), pins.activeLow());
            outputs.add(output);
            switched.put(pin, output);
        }
        List<InputPin> read = new ArrayList<>();
        for (int pin : new TreeSet<>(pins.inputs())) {
            read.add(take("GPIO" + pin, () -> new InputPin(pin, input(pin))));
        }
        return new PinBoard(pins, Map.copyOf(switched), List.copyOf(read), gate, watchdog);
    }

    /** Off in the very request, so that not even the moment of opening moves a lock. */
    private DigitalOutput output(int pin, GpioPins pins) {
        return context.create(DigitalOutput.newConfigBuilder(context)
                .id("foyer-" + pin)
                .address(pin)
                .initial(OutputPin.level(false, pins.activeLow()))
                .shutdown(OutputPin.level(false, pins.activeLow()))
                .build());
    }

    private DigitalInput input(int pin) {
        return context.create(DigitalInput.newConfigBuilder(context)
                .id("foyer-" + pin)
                .address(pin)
                .pull(PullResistance.PULL_UP)
                .debounce(DEBOUNCE_MILLIS, TimeUnit.MILLISECONDS)
                .build());
    }

    /** Pi4J has no type of error for a missing chip, nor for a library that does not load. */
    private static <T> T take(String what, Supplier<T> request) throws LineLost {
        try {
            return request.get();
        } catch (Pi4JException | GpioDException | IllegalStateException | LinkageError refused) {
            LOG.debug("{} cannot be had", what, refused);
            throw new LineLost(GpioTrouble.words(DEVICES, what));
        }
    }

    @Override
    public RelayBoard board(String name) {
        PinBoard board = boards.get(name);
        if (board == null) {
            throw new IllegalArgumentException("there is no board " + name + " on these pins");
        }
        return board;
    }

    @Override
    public void listen(long nanos) throws LineLost, InterruptedException {
        gate.await(nanos);
    }

    /** Pins make no noise that could be told from contacts. */
    @Override
    public long skipped() {
        return 0;
    }

    @Override
    public boolean echoes() {
        return false;
    }

    /**
     * Cuts a pulse short, switches everything off and gives the pins back. If the bus's thread is stuck in them, they
     * are switched off but kept, and the watchdog stays; a later call tries again.
     */
    @Override
    public void close() {
        release();
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            LOG.debug("the program is ending", ending);
        }
    }

    private void release() {
        gate.close(left -> {
            outputs.forEach(GpioBus::switchOff);
            if (left) {
                watchdog.close();
                giveBack();
            } else {
                LOG.error("the pins are switched off, but a thread is stuck in them");
            }
        });
    }

    private void giveBack() {
        try {
            var unused = context.shutdown();
        } catch (Pi4JException refused) {
            LOG.warn("the pins were not given back", refused);
        }
    }

    private static void switchOff(OutputPin output) {
        try {
            output.switchTo(false);
        } catch (Pi4JException refused) {
            LOG.error("{} cannot be switched off", output.output().id(), refused);
        }
    }
}
