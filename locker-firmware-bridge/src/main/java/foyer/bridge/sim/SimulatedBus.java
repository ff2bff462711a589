package foyer.bridge.sim;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final List<SimulatedBoard> boards;
    private final CountDownLatch closed = new CountDownLatch(1);

    private SimulatedBus(Line line, List<SimulatedBoard> boards) {
        this.line = line;
        this.boards = List.copyOf(boards);
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
                    boards.forEach(SimulatedBoard::idle);
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
        if (boards.stream().anyMatch(SimulatedBoard::echoes)) {
            line.write(bytes);
        }
        for (byte heard : bytes) {
            List<Said> said = new ArrayList<>();
            for (SimulatedBoard board : boards) {
                Voice.Burst burst = board.hear(heard);
                if (!burst.frames().isEmpty()) {
                    said.add(new Said(board, burst));
                }
            }
            speak(said);
        }
    }

    /** Who is ready at the same time and in the same turn speaks at the same time. */
    private void speak(List<Said> said) throws LineLost, InterruptedException {
        SortedMap<Duration, SortedMap<Integer, List<Said>>> byTime = new TreeMap<>();
        for (Said one : said) {
            byTime.computeIfAbsent(one.burst().late(), late -> new TreeMap<>())
                    .computeIfAbsent(one.burst().turn(), turn -> new ArrayList<>())
                    .add(one);
        }
        Duration passed = Duration.ZERO;
        for (Map.Entry<Duration, SortedMap<Integer, List<Said>>> ready : byTime.entrySet()) {
            var unused = closed.await(ready.getKey().minus(passed).toNanos(), TimeUnit.NANOSECONDS);
            passed = ready.getKey();
            for (List<Said> together : ready.getValue().values()) {
                write(together);
            }
        }
    }

    private void write(List<Said> together) throws LineLost {
        if (together.size() > 1 && together.stream().allMatch(one -> one.board().onWire())) {
            line.write(Collision.garbled(together.stream().map(Said::bytes).toList()));
            return;
        }
        for (Said one : together) {
            for (byte[] frame : one.burst().frames()) {
                line.write(frame);
            }
        }
    }

    /** What a board has to say to the command that has just ended. */
    private record Said(SimulatedBoard board, Voice.Burst burst) {
        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            burst.frames().forEach(out::writeBytes);
            return out.toByteArray();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        line.close();
    }
}
