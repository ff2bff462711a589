package foyer.bridge.gpio;

import com.pi4j.exception.Pi4JException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches a pulsed output off when whoever pulses it has not done so in time, again and again until they have. */
final class PulseWatchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PulseWatchdog.class);
    /** How much longer than ordered a pulse can last, and how long until the next try. */
    static final long GRACE_MILLIS = 250;

    private static final long END_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("foyer-gpio-watchdog").factory());

    PulseWatchdog() {
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Call it before the pulse, and cancel what is returned only when the output is off. */
    ScheduledFuture<?> guard(OutputPin pin, long pulseMillis) {
        return executor.scheduleWithFixedDelay(
                () -> switchOff(pin), pulseMillis + GRACE_MILLIS, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void switchOff(OutputPin pin) {
        LOG.error(
                "{} was left on after its pulse and is switched off",
                pin.output().id());
        try {
            pin.switchTo(false);
        } catch (Pi4JException refused) {
            LOG.error("{} cannot be switched off", pin.output().id(), refused);
        }
    }

    /** Returns when nothing more is switched from here, or after a second. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.error("the watchdog of the pins does not end");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
