package foyer.bridge;

import foyer.bridge.board.Bus;
import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The boards of one line: polled round and round, and an order to open goes before the next question.
 *
 * <p>A round begins every 40 ms: at 9600 baud a question with its answer takes 13 ms, so with up to four boards every
 * contact is read some twenty times a second and a drop beam's 200 ms cannot fall between two looks. When everything has
 * been closed and unchanged for a while, so that nothing can fall through a flap either, a round begins every 500 ms.
 */
final class BoardLine implements LineKeeper.User<Bus> {
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long IDLE_ROUND = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long QUIET_AFTER = TimeUnit.SECONDS.toNanos(5);
    private static final long PROVEN_AFTER = TimeUnit.SECONDS.toNanos(30);

    private record Order(BoardWatch watch, Sensor target, CompletableFuture<Opening> outcome) {}

    private final String name;
    private final List<BoardWatch> boards;
    private final HealthBook health;
    private final long patience;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private volatile boolean ended;
    private long skipped;
    private long noisyAt;
    private boolean noisy;
    private boolean wasLost;

    BoardLine(String name, List<BoardWatch> boards, HealthBook health, long patienceNanos) {
        this.name = name;
        this.boards = List.copyOf(boards);
        this.health = health;
        this.patience = patienceNanos;
    }

    /** From any thread; completes always, never exceptionally. */
    CompletableFuture<Opening> open(BoardWatch watch, Sensor target) {
        Order order = new Order(watch, target, new CompletableFuture<>());
        orders.add(order);
        if (ended) {
            refuseAll("the bridge is closed");
        }
        return order.outcome();
    }

    @Override
    public void serve(Bus bus) throws LineLost, InterruptedException {
        skipped = 0;
        boards.forEach(BoardWatch::begin);
        long opened = bus.now();
        while (true) {
            tellOpen(bus, opened);
            long began = bus.now();
            round(bus);
            rest(bus, began);
        }
    }

    /** Until the next round is due; an order ends it, and so does somebody's wish for a lamp or buzzer. */
    private void rest(Bus bus, long began) throws LineLost, InterruptedException {
        boolean lively = boards.stream().anyMatch(board -> board.isLively(bus.now()));
        long round = lively ? ROUND : IDLE_ROUND;
        @Nullable Order order = null;
        long left = round - (bus.now() - began);
        do {
            order = orders.poll(Math.clamp(left, 0, ROUND), TimeUnit.NANOSECONDS);
            left = round - (bus.now() - began);
        } while (order == null && left > 0 && boards.stream().noneMatch(BoardWatch::isWished));
        answer(order, bus);
    }

    /** Opens what is ordered, and asks every board once. */
    void round(Bus bus) throws LineLost, InterruptedException {
        for (BoardWatch board : boards) {
            openAll(bus);
            board.poll(bus, this::isAwaited);
            if (!isAwaited()) {
                board.carryOut(bus);
            }
        }
        tellNoise(bus);
    }

    /** Whether somebody waits for a door. */
    private boolean isAwaited() {
        return !orders.isEmpty();
    }

    /**
     * A line that opens and is lost again and again, for nothing at its other end answers, was not mended: it is well
     * when a board was heard, or when it has stayed.
     */
    private void tellOpen(Bus bus, long opened) {
        if (wasLost && boards.stream().noneMatch(BoardWatch::answers) && bus.now() - opened < PROVEN_AFTER) {
            return;
        }
        wasLost = false;
        health.say(
                "line " + name,
                true,
                bus.echoes() ? "the line is open; it echoes, which is handled" : "the line is open");
    }

    private void openAll(Bus bus) throws LineLost, InterruptedException {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            answer(order, bus);
        }
    }

    private void answer(@Nullable Order order, Bus bus) throws LineLost, InterruptedException {
        if (order == null) {
            return;
        }
        OpeningRun run = new OpeningRun(order.watch(), order.target(), boards, patience);
        try {
            order.outcome().complete(run.run(bus));
        } catch (LineLost lost) {
            order.outcome().complete(run.cutShort("line " + name + " was lost"));
            throw lost;
        } finally {
            // Whatever else ended it: whoever waits for a door is told.
            order.outcome().complete(run.cutShort("the bridge was closed or failed meanwhile"));
        }
    }

    /** Noise is told when it begins and when it has been quiet for a while, not byte by byte. */
    private void tellNoise(Bus bus) {
        long now = bus.now();
        long more = bus.skipped() - skipped;
        skipped += more;
        String part = "noise on line " + name;
        if (more > 0) {
            noisy = true;
            noisyAt = now;
            health.say(part, false, more + " bytes that are no answer were skipped: check cable, ground and addresses");
        } else if (noisy && now - noisyAt > QUIET_AFTER) {
            noisy = false;
            health.say(part, true, "the line is quiet again; " + skipped + " bytes were skipped");
        }
    }

    @Override
    public void lost(String why) {
        wasLost = true;
        health.say("line " + name, false, why);
        boards.forEach(BoardWatch::lineLost);
        refuseAll("line " + name + " is lost");
    }

    @Override
    public void pause(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            Order order = orders.poll(left, TimeUnit.NANOSECONDS);
            if (order != null) {
                order.outcome().complete(new Opening.NotPulsed("line " + name + " is lost"));
            }
        }
    }

    @Override
    public void ended() {
        ended = true;
        refuseAll("the bridge is closed");
    }

    private void refuseAll(String why) {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            order.outcome().complete(new Opening.NotPulsed(why));
        }
    }
}
