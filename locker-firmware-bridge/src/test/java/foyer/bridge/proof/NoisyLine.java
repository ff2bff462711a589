package foyer.bridge.proof;

import foyer.bridge.line.Line;
import foyer.bridge.sim.SteppedBoards;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A line with simulated boards at its other end and faults on it, both ways. Nobody waits: reading steps the clock to
 * when the next bytes come, as the wire's speed and the boards' delays have it, or by the time that was to be waited.
 */
final class NoisyLine implements Line {
    /** As real boards do: half a command is forgotten after it. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long THINKS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int REMEMBERED = 16;

    private final Kind kind;
    private final SteppedBoards boards;
    private final Disturber disturber;
    private final SplittableRandom random;
    private final Tally tally;
    private final Consumer<Kind.Pulse> onPulse;
    private final PriorityQueue<Coming> coming =
            new PriorityQueue<>(Comparator.comparingLong(Coming::due).thenComparingLong(Coming::number));
    private final Map<Integer, Long> boardSpoke = new HashMap<>();
    private final List<byte[]> earlier = new ArrayList<>();
    private long now = TimeUnit.SECONDS.toNanos(1);
    private long heardAt;
    private long number;

    private record Coming(long due, long number, List<byte[]> piece) {}

    /** @param onPulse told of each frame the driver writes that can pull a lock, before it goes out */
    NoisyLine(Kind kind, SteppedBoards boards, SplittableRandom random, Tally tally, Consumer<Kind.Pulse> onPulse) {
        this.kind = kind;
        this.boards = boards;
        this.random = random;
        this.tally = tally;
        this.onPulse = onPulse;
        this.disturber = new Disturber(random, kind.onWire(), tally);
    }

    void calm(boolean on) {
        disturber.calm(on);
    }

    @Override
    public long now() {
        return now;
    }

    /** Lets time pass in which nobody reads. */
    void pass(long nanos) {
        now += Math.max(0, nanos);
    }

    @Override
    public void write(byte[] bytes) {
        kind.pulse(bytes).ifPresent(onPulse);
        tally.frame(disturber.isCalm());
        if (boards.echo()) {
            come(now + kind.wireNanos(bytes.length), bytes);
        }
        if (now - heardAt > GAP) {
            boards.idle();
        }
        long arrives = now + kind.wireNanos(bytes.length);
        heardAt = arrives;
        for (byte[] piece : disturber.onItsWay(bytes)) {
            for (byte heard : piece) {
                for (SteppedBoards.Said said : boards.hear(heard)) {
                    said.pieces().forEach(frame -> answer(frame, arrives + THINKS + said.late()));
                }
            }
        }
    }

    private void answer(byte[] frame, long begins) {
        tally.frame(disturber.isCalm());
        int address = kind.addressIn(frame);
        if (disturber.stranger()) {
            stranger(address, begins);
        }
        // What one board says comes in the order in which it was asked.
        long due = Math.max(begins, boardSpoke.getOrDefault(address, 0L)) + kind.wireNanos(frame.length);
        boardSpoke.put(address, due);
        remember(frame);
        for (byte[] piece : disturber.onItsWay(frame)) {
            come(due, piece);
        }
    }

    private void stranger(int address, long due) {
        if (earlier.isEmpty()) {
            return;
        }
        byte[] frame = earlier.get(random.nextInt(earlier.size()));
        if (kind.addressIn(frame) != address) {
            come(due, frame);
        }
    }

    private void remember(byte[] frame) {
        if (earlier.size() < REMEMBERED) {
            earlier.add(frame);
        } else {
            earlier.set(random.nextInt(REMEMBERED), frame);
        }
    }

    /** Now and then in two pieces. */
    private void come(long due, byte[] bytes) {
        int cut = bytes.length > 1 && random.nextInt(8) == 0 ? 1 + random.nextInt(bytes.length - 1) : bytes.length;
        byte[] first = Arrays.copyOf(bytes, cut);
        coming.add(new Coming(due - kind.wireNanos(bytes.length - cut), number++, List.of(first)));
        if (cut < bytes.length) {
            coming.add(new Coming(due, number++, List.of(Arrays.copyOfRange(bytes, cut, bytes.length))));
        }
    }

    @Override
    public byte[] read(long nanos) {
        Coming next = coming.peek();
        if (next == null || next.due() > now + nanos) {
            now += nanos;
            return new byte[0];
        }
        now = Math.max(now, next.due());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (; next != null && next.due() <= now; next = coming.peek()) {
            out.writeBytes(coming.remove().piece().getFirst());
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        coming.clear();
    }
}
