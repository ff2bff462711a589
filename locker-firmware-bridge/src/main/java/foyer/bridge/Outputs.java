package foyer.bridge;

import foyer.bridge.board.Bus;
import foyer.bridge.board.RelayBoard;
import foyer.bridge.line.LineLost;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Lamps and buzzers of one board: wished from any thread, carried out by the line's, one at a time. What a board says
 * to it is no proof, so each is sent again after a while: a lamp that missed its order does not stay wrong.
 */
final class Outputs {
    private static final long AGAIN_AFTER = TimeUnit.SECONDS.toNanos(5);
    /** A sound belongs to what a person just did. */
    private static final long TOO_LATE = TimeUnit.SECONDS.toNanos(1);

    private static final long AFTER_A_BEEP = TimeUnit.MILLISECONDS.toNanos(30);

    private record Sent(boolean on, long at) {}

    private final Map<Integer, Boolean> wished = new TreeMap<>();
    /** Buzzers that are to sound, and since when. */
    private final Map<Integer, Long> beeps = new TreeMap<>();

    private final Map<Integer, Sent> sent = new HashMap<>();

    /** Off until somebody lights it, whatever an earlier program left behind. */
    synchronized void add(int channel) {
        wished.put(channel, false);
    }

    synchronized void light(int channel, boolean on) {
        wished.put(channel, on);
    }

    synchronized void beep(int channel) {
        beeps.put(channel, System.nanoTime());
    }

    /** A new line, or a board that was away: nothing is known of its lamps. */
    synchronized void begin() {
        sent.clear();
    }

    /** Whether somebody waits for a lamp or buzzer. */
    synchronized boolean isAwaited() {
        return !beeps.isEmpty()
                || wished.entrySet().stream().anyMatch(wish -> {
                    Sent before = sent.get(wish.getKey());
                    return before == null || before.on() != wish.getValue();
                });
    }

    /** Does what is due next, if anything. */
    void carryOut(Bus bus, RelayBoard board) throws LineLost, InterruptedException {
        Optional<Integer> beep = nextBeep();
        if (beep.isPresent()) {
            board.pulse(beep.get());
            bus.listen(AFTER_A_BEEP);
            return;
        }
        Optional<Map.Entry<Integer, Boolean>> due = nextDue();
        if (due.isPresent()) {
            board.set(due.get().getKey(), due.get().getValue());
        }
    }

    private synchronized Optional<Integer> nextBeep() {
        long now = System.nanoTime();
        beeps.values().removeIf(wishedAt -> now - wishedAt > TOO_LATE);
        Optional<Integer> next = beeps.keySet().stream().findFirst();
        next.ifPresent(channel -> {
            beeps.remove(channel);
            // What is sent again to a buzzer is "off", which must not end the sound that begins now.
            sent.put(channel, new Sent(false, now));
        });
        return next;
    }

    private synchronized Optional<Map.Entry<Integer, Boolean>> nextDue() {
        long now = System.nanoTime();
        for (Map.Entry<Integer, Boolean> wish : wished.entrySet()) {
            Sent before = sent.get(wish.getKey());
            if (before == null || before.on() != wish.getValue() || now - before.at() > AGAIN_AFTER) {
                sent.put(wish.getKey(), new Sent(wish.getValue(), now));
                return Optional.of(Map.entry(wish.getKey(), wish.getValue()));
            }
        }
        return Optional.empty();
    }
}
