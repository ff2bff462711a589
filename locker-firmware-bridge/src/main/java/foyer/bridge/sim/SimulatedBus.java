package foyer.bridge.sim;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.time.Duration;
import java.util.List;
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

    private final Line line;
    private final SimulatedBoards boards;
    private final CountDownLatch closed = new CountDownLatch(1);

    private SimulatedBus(Line line, List<SimulatedBoard> boards) {
        this.line = line;
        this.boards = new SimulatedBoards(boards);
    }

    static SimulatedBus start(Line line, List<SimulatedBoard> boards) {
        SimulatedBus bus = new SimulatedBus(line, boards);
        Thread.ofPlatform().daemon().name("foyer-simulated-bus").start(bus::serve);
        return bus;
    }

    private void serve() {
        boolean mid = false;
        try {
            while (true) {
                byte[] bytes = line.read(mid ? GAP : IDLE);
                if (bytes.length == 0) {
                    boards.idle();
                } else {
                    take(bytes);
                }
                mid = bytes.length > 0;
            }
        } catch (LineLost lost) {
            LOG.debug("simulated boards end: {}", lost.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(byte[] bytes) throws LineLost, InterruptedException {
        if (boards.echo()) {
            line.write(bytes);
        }
        for (byte heard : bytes) {
            Duration passed = Duration.ZERO;
            for (SimulatedBoards.Said said : boards.hear(heard)) {
                var unused = closed.await(said.late().minus(passed).toNanos(), TimeUnit.NANOSECONDS);
                passed = said.late();
                for (byte[] piece : said.pieces()) {
                    line.write(piece);
                }
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        line.close();
    }
}
