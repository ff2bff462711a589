package foyer.bridge.bench;

import foyer.bridge.line.LineLost;
import foyer.bridge.sim.PtyPort;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SteppedBoards;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Simulated 8A/80 boards on a pseudo-terminal, which itself takes no time: these boards take it, and write down when
 * they spoke last, so that their time can be told from everybody else's.
 */
final class TimedBoards implements AutoCloseable {
    static final int CHANNELS = 24;
    static final long BYTE_NANOS = TimeUnit.SECONDS.toNanos(10) / 9_600;
    private static final int MOST_BOARDS = 32;
    private static final int ADDRESS_AT = 1;

    private final PtyPort port;
    private final Pace pace;
    private final SteppedBoards boards;
    private final SimulatedBoard first;
    private final AtomicLongArray askedAt = new AtomicLongArray(MOST_BOARDS + 1);
    private final AtomicLongArray longestGap = new AtomicLongArray(MOST_BOARDS + 1);
    private volatile long spokeAt;

    /** How the boards answer. */
    enum Pace {
        /** The moment a question is complete. */
        AT_ONCE(300),
        /** Each byte when it would come over a wire at 9600 baud, counted from the question's first byte. */
        AS_AT_9600_BAUD(50);

        /** Questions before those that are measured. */
        final int warmUp;

        Pace(int warmUp) {
            this.warmUp = warmUp;
        }
    }

    private TimedBoards(PtyPort port, Pace pace, int count) {
        this.port = port;
        this.pace = pace;
        List<SimulatedBoard> made = IntStream.rangeClosed(1, count)
                .mapToObj(address -> SimulatedBoard.of(SimulatedBoard.Kind.BOARD_8A80, address, CHANNELS))
                .toList();
        this.first = made.getFirst();
        this.boards = new SteppedBoards(made);
    }

    /** With addresses from 1. */
    static TimedBoards start(Pace pace, int count) throws IOException {
        TimedBoards boards = new TimedBoards(PtyPort.open(), pace, count);
        Thread.ofPlatform().daemon().name("timed-boards").start(boards::serve);
        return boards;
    }

    Pace pace() {
        return pace;
    }

    /** The first board, to work its doors. */
    SimulatedBoard first() {
        return first;
    }

    String path() {
        return port.path();
    }

    /** When the last answer's last byte was given away. */
    long spokeAt() {
        return spokeAt;
    }

    /** The longest time between two answers of one board since the last call, of all boards. */
    long longestGap() {
        return IntStream.rangeClosed(1, MOST_BOARDS)
                .mapToLong(address -> longestGap.getAndSet(address, 0))
                .max()
                .orElseThrow();
    }

    private void serve() {
        try {
            while (true) {
                byte[] question = port.read(TimeUnit.HOURS.toNanos(1));
                long now = System.nanoTime();
                int heard = 0;
                for (byte one : question) {
                    heard++;
                    for (SteppedBoards.Said said : boards.hear(one)) {
                        speak(said.pieces(), now, heard);
                    }
                }
            }
        } catch (LineLost closed) {
            // The only way to end this thread is to close its port.
            assert closed.getMessage() != null;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak(List<byte[]> frames, long began, int after) throws LineLost {
        for (byte[] frame : frames) {
            gap(frame[ADDRESS_AT], began);
            if (pace == Pace.AS_AT_9600_BAUD) {
                for (int i = 0; i < frame.length - 1; i++) {
                    awaitByte(began, after + i + 1);
                    port.write(new byte[] {frame[i]});
                }
                awaitByte(began, after + frame.length);
                spokeAt = System.nanoTime();
                port.write(new byte[] {frame[frame.length - 1]});
            } else {
                spokeAt = System.nanoTime();
                port.write(frame);
            }
        }
    }

    private void gap(int address, long now) {
        long before = askedAt.getAndSet(address, now);
        if (before != 0) {
            longestGap.accumulateAndGet(address, now - before, Math::max);
        }
    }

    private static void awaitByte(long began, int number) {
        long due = began + number * BYTE_NANOS;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
