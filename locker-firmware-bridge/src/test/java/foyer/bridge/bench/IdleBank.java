package foyer.bridge.bench;

import foyer.bridge.Bridge;
import foyer.bridge.BridgeListener;
import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import foyer.bridge.Position;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Eight boards with 24 closed doors each on one line at 9600 baud, nobody there, and what asking them costs. */
final class IdleBank {
    private static final int BOARDS = 8;
    /** With a door open every board is asked all the time: what the first seconds of a program cost is over then. */
    private static final long WARM_UP_MILLIS = 20_000;
    /** After a door was closed the boards are still asked often for a while. */
    private static final long SETTLE_MILLIS = 8_000;

    private IdleBank() {}

    /**
     * Of one round.
     *
     * @param core the bridge's threads' time in hundredths of one core
     * @param gapMillis the longest time between two answers of one board
     */
    record Cost(double core, double gapMillis) {}

    static Cost measure(int seconds) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (TimedBoards boards = TimedBoards.start(TimedBoards.Pace.AS_AT_9600_BAUD, BOARDS);
                Bridge bridge = Bridge.start(hardware(boards.path()), nobody())) {
            boards.first().openDoor(1);
            var warm = never.await(WARM_UP_MILLIS, TimeUnit.MILLISECONDS);
            boards.first().closeDoor(1);
            var settled = never.await(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            if (warm || settled || !bridge.locks().positions().values().stream().allMatch(Position.CLOSED::equals)) {
                throw new IllegalStateException(
                        "the bank is not well: " + bridge.locks().positions());
            }
            boards.longestGap();
            long began = System.nanoTime();
            long used = bridgeNanos();
            var over = never.await(seconds, TimeUnit.SECONDS);
            assert !over;
            double core = 100.0 * (bridgeNanos() - used) / (System.nanoTime() - began);
            return new Cost(core, boards.longestGap() / 1e6);
        }
    }

    /** The line's thread, the port's and the watchdog's; not the boards', which are simulated in the same process. */
    private static long bridgeNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && isBridge(info.getThreadName())) {
                nanos += Math.max(0, threads.getThreadCpuTime(id));
            }
        }
        return nanos;
    }

    private static boolean isBridge(String thread) {
        return thread.startsWith("foyer-line-")
                || thread.startsWith("foyer-serial-")
                || thread.startsWith("foyer-stall-");
    }

    private static BridgeListener nobody() {
        return (BridgeListener) Proxy.newProxyInstance(
                IdleBank.class.getClassLoader(),
                new Class<?>[] {BridgeListener.class},
                (proxy, method, arguments) -> null);
    }

    private static Hardware hardware(String path) throws HardwareFault, IOException {
        StringBuilder text = new StringBuilder("line main serial " + path + " 9600\n");
        for (int board = 1; board <= BOARDS; board++) {
            text.append("board b%d 8a80 line=main address=%d channels=24\n".formatted(board, board));
            for (int channel = 1; channel <= TimedBoards.CHANNELS; channel++) {
                text.append("door %d-%d board=b%d channel=%d size=S height=LOW column=%d row=%d columns=1 rows=1\n"
                        .formatted(board, channel, board, channel, board, channel));
            }
        }
        Path file = Files.createTempFile("foyer-bank-", ".txt");
        try {
            Files.writeString(file, text);
            return Hardware.read(file);
        } finally {
            Files.delete(file);
        }
    }
}
