package foyer.bridge.sim;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The far end of a line with simulated boards on it, served by a thread of its own until the line is lost. */
final class SimulatedBus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedBus.class);
    /** A board forgets half a command when so long nothing follows. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long IDLE = TimeUnit.HOURS.toNanos(1);
    private static final int SHORT = 5;
    private static final int LONG = 6;

    private final Line line;
    private final List<SimulatedBoard8A80> boards;
    private final CountDownLatch closed = new CountDownLatch(1);
    private byte[] pending = new byte[0];

    private SimulatedBus(Line line, List<SimulatedBoard8A80> boards) {
        this.line = line;
        this.boards = List.copyOf(boards);
    }

    static SimulatedBus start(Line line, List<SimulatedBoard8A80> boards) {
        SimulatedBus bus = new SimulatedBus(line, boards);
        Thread.ofPlatform().daemon().name("foyer-simulated-bus").start(bus::serve);
        return bus;
    }

    private void serve() {
        try {
            while (true) {
                byte[] bytes = line.read(pending.length > 0 ? GAP : IDLE);
                if (bytes.length == 0) {
                    pending = bytes;
                } else {
                    take(bytes);
                }
            }
        } catch (LineLost lost) {
            LOG.debug("simulated boards end: {}", lost.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] bytes) throws LineLost, InterruptedException {
        if (boards.stream().anyMatch(SimulatedBoard8A80::echoes)) {
            line.write(bytes);
        }
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        int from = 0;
        while (all.length - from >= SHORT) {
            int length = SHORT;
            Optional<Command8A80> command = commandAt(all, from, SHORT);
            if (command.isEmpty()) {
                if (all.length - from < LONG) {
                    break;
                }
                command = commandAt(all, from, LONG);
                length = command.isPresent() ? LONG : 1;
            }
            if (command.isPresent()) {
                answer(command.get());
            }
            from += length;
        }
        pending = Arrays.copyOfRange(all, from, all.length);
    }

    private static Optional<Command8A80> commandAt(byte[] bytes, int from, int length) {
        return Command8A80.of(Arrays.copyOfRange(bytes, from, from + length));
    }

    private void answer(Command8A80 command) throws LineLost, InterruptedException {
        for (SimulatedBoard8A80 board : boards) {
            List<byte[]> frames = board.answer(command);
            Duration late = board.late();
            if (!frames.isEmpty() && late.isPositive()) {
                var unused = closed.await(late.toNanos(), TimeUnit.NANOSECONDS);
            }
            for (byte[] frame : frames) {
                line.write(frame);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        line.close();
    }
}
