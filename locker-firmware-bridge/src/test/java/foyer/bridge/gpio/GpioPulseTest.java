package foyer.bridge.gpio;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pulse ends, whatever happens to whoever ordered it. */
@Timeout(60)
class GpioPulseTest {
    private static final int LOCK = 17;

    private final MockPins pins = new MockPins();

    @Test
    void aPulseLastsAsLongAsItIsSetAndNotMuchLonger() throws Exception {
        try (GpioBus bus = open(200)) {
            bus.board("bin").pulse(LOCK);
            assertThat(pins.levels(LOCK)).containsExactly(LOW, HIGH, LOW);
            Duration on =
                    Duration.ofNanos(pins.told.get(2).at() - pins.told.get(1).at());
            assertThat(on).isBetween(Duration.ofMillis(200), Duration.ofMillis(200 + PulseWatchdog.GRACE_MILLIS));
            assertThat(pins.told.get(2).thread())
                    .isEqualTo(Thread.currentThread().getName());
        }
    }

    @Test
    void anInterruptedPulseIsOffAtOnceAndTheWatchdogIsCalledOff() throws Exception {
        try (GpioBus bus = open(300)) {
            Thread ordering = Thread.currentThread();
            AtomicInteger pulses = new AtomicInteger();
            pins.then = level -> {
                if (level == HIGH && pulses.getAndIncrement() == 0) {
                    ordering.interrupt();
                }
            };
            assertThatThrownBy(() -> bus.board("bin").pulse(LOCK)).isInstanceOf(InterruptedException.class);
            assertThat(pins.levels(LOCK)).containsExactly(LOW, HIGH, LOW);
            // These last longer than the watchdog of the first would wait.
            bus.board("bin").pulse(LOCK);
            bus.board("bin").pulse(LOCK);
            assertThat(pins.levels(LOCK)).containsExactly(LOW, HIGH, LOW, HIGH, LOW, HIGH, LOW);
        }
    }

    @Test
    void whoIsToEndDoesNotBeginAPulse() throws Exception {
        try (GpioBus bus = open(300)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> bus.board("bin").pulse(LOCK)).isInstanceOf(InterruptedException.class);
            assertThat(pins.levels(LOCK)).containsExactly(LOW);
        }
    }

    @Test
    void closingCutsAPulseShort() throws Exception {
        GpioBus bus = open(3_000);
        pins.then = level -> {
            if (level == HIGH) {
                Thread.ofVirtual().start(bus::close);
            }
        };
        assertThatThrownBy(() -> bus.board("bin").pulse(LOCK))
                .isInstanceOf(LineLost.class)
                .hasMessageContaining("closed");
        bus.close();
        assertThat(pins.levels(LOCK)).startsWith(LOW, HIGH, LOW).endsWith(LOW);
        assertThat(pins.told.get(2).at() - pins.told.get(1).at()).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void theWatchdogSwitchesOffWhatAStuckThreadLeavesOn() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        try (GpioBus bus = open(20)) {
            pins.then = level -> stickWhileOn(level == HIGH, freed);
            FutureTask<Void> pulse = pulseOnItsOwnThread(bus);
            Awaitility.await().until(() -> pins.levels(LOCK).size() > 2);
            assertThat(pulse.isDone()).isFalse();
            assertThat(pins.levels(LOCK)).startsWith(LOW, HIGH, LOW);
            assertThat(pins.told.get(2).thread()).isEqualTo("foyer-gpio-watchdog");
            freed.countDown();
            pulse.get();
            assertThat(pins.levels(LOCK)).endsWith(LOW);
        }
    }

    @Test
    void aBusWhoseThreadIsStuckIsSwitchedOffAndGivenBackWhenItIsFree() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        GpioBus bus = open(3_000);
        pins.then = level -> stickWhileOn(level == HIGH, freed);
        FutureTask<Void> pulse = pulseOnItsOwnThread(bus);
        Awaitility.await().until(() -> pins.levels(LOCK).contains(HIGH));
        bus.close();
        assertThat(pulse.isDone()).isFalse();
        assertThat(pins.levels(LOCK)).containsExactly(LOW, HIGH, LOW);
        assertThat(pins.givenBack).as("still used").isEmpty();
        freed.countDown();
        assertThatThrownBy(pulse::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(LineLost.class);
        bus.close();
        assertThat(pins.levels(LOCK)).endsWith(LOW);
        assertThat(pins.givenBack).containsExactly(LOCK);
    }

    @Test
    void anOutputThatRefusesToGoOffIsTriedUntilItDoes() throws Exception {
        try (GpioBus bus = open(20)) {
            AtomicInteger refusals = new AtomicInteger();
            pins.refuses = level -> level == LOW && refusals.incrementAndGet() <= 3;
            assertThatThrownBy(() -> bus.board("bin").pulse(LOCK)).isInstanceOf(LineLost.class);
            assertThat(pins.levels(LOCK)).endsWith(HIGH);
            Awaitility.await().until(() -> pins.levels(LOCK).getLast() == LOW);
            assertThat(pins.told.getLast().thread()).isEqualTo("foyer-gpio-watchdog");
            assertThat(refusals.get()).isGreaterThan(3);
        }
    }

    @Test
    void aProgramThatIsToldToEndInThePulseSwitchesOffFirst() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndedInPulse.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var reading = Executors.newVirtualThreadPerTaskExecutor()) {
            var output = CompletableFuture.supplyAsync(() -> output(program), reading);
            assertThat(output.get(30, TimeUnit.SECONDS)).contains("level LOW\nlevel HIGH\nlevel LOW\n");
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private static String output(Process program) {
        try {
            return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private GpioBus open(int pulseMillis) throws LineLost {
        return GpioBus.open(pins.provider(), List.of(new GpioPins("bin", Set.of(LOCK), Set.of(), false, pulseMillis)));
    }

    private static FutureTask<Void> pulseOnItsOwnThread(GpioBus bus) {
        FutureTask<Void> pulse = new FutureTask<>(() -> {
            bus.board("bin").pulse(LOCK);
            return null;
        });
        Thread.ofPlatform().daemon().start(pulse);
        return pulse;
    }

    private static void stickWhileOn(boolean on, CountDownLatch freed) {
        if (on) {
            try {
                freed.await();
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }
}
