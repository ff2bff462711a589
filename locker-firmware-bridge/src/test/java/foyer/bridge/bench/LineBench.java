package foyer.bridge.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long the bridge takes beyond the wire's own time, and what an idle bank costs. A pseudo-terminal knows no baud
 * rate, so the simulated boards take the wire's time themselves, and it is left out: what is measured is what lies before
 * the question's last byte is handed over and after the answer's last byte is given away: the bridge, jSerialComm and the
 * terminal. The terminal alone is measured beside it, in the same run.
 *
 * <p>Settings: {@code -Drounds=5}, of which the medians are judged, and {@code -Dcount=400} questions a round, {@code
 * -Dseconds=30} of idling.
 */
final class LineBench {
    private static final double LIMIT_MS = 1;
    private static final double LIMIT_CORE = 2;
    private static final double LIMIT_GAP_MS = 1_000;
    private static final int IDLE_ROUNDS = 3;
    private static final String ROW = "%-52s %9s %9s %9s   %s%n";

    private final List<String> table = new ArrayList<>();
    private boolean over;
    private boolean busy;

    private LineBench() {}

    /** Takes no arguments; ends with 1 if a figure is over its limit. */
    public static void main(String[] arguments) throws Exception {
        LineBench bench = new LineBench();
        bench.run(Integer.getInteger("rounds", 5), Integer.getInteger("count", 400), Integer.getInteger("seconds", 30));
        System.exit(bench.over ? 1 : 0);
    }

    private void run(int rounds, int count, int seconds) throws Exception {
        System.out.printf(
                "medians of %d rounds of %d questions (%d at once); %d cores, load %.1f%n",
                rounds,
                count,
                10 * count,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        roundTrips(rounds, count);
        idle(Math.min(IDLE_ROUNDS, rounds), seconds);
        System.out.printf(ROW, "beyond the wire's time, milliseconds", "p50", "p99", "max", "limit");
        table.forEach(System.out::print);
        System.out.println(over ? "over a limit" : "all within their limits");
        if (busy) {
            System.out.println(
                    "the terminal alone takes longer than the limit: this computer wakes threads too slowly to measure");
        }
    }

    private void roundTrips(int rounds, int count) throws Exception {
        for (TimedBoards.Pace pace : TimedBoards.Pace.values()) {
            int asked = pace == TimedBoards.Pace.AT_ONCE ? 10 * count : count;
            List<RoundTrips.Times> raw = new ArrayList<>();
            List<RoundTrips.Times> bridge = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                raw.add(RoundTrips.raw(pace, asked));
                bridge.add(RoundTrips.bridge(pace, asked));
                progress(pace + " " + (round + 1));
            }
            String words = pace == TimedBoards.Pace.AT_ONCE ? "answered at once" : "byte by byte as at 9600 baud";
            row("terminal alone, " + words, raw, false);
            row("bridge, " + words, bridge, true);
        }
    }

    private void row(String what, List<RoundTrips.Times> rounds, boolean judged) {
        double p99 = median(rounds, RoundTrips.Times::p99);
        over |= judged && p99 > LIMIT_MS;
        busy |= !judged && p99 > LIMIT_MS;
        table.add(ROW.formatted(
                what,
                "%.3f".formatted(median(rounds, RoundTrips.Times::p50)),
                "%.3f".formatted(p99),
                "%.3f".formatted(median(rounds, RoundTrips.Times::max)),
                judged ? "p99 at most %.1f ms%s".formatted(LIMIT_MS, p99 > LIMIT_MS ? ": over" : "") : ""));
    }

    private void idle(int rounds, int seconds) throws Exception {
        List<IdleBank.Cost> costs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            costs.add(IdleBank.measure(seconds));
            progress("idle " + (round + 1));
        }
        double core = median(costs, IdleBank.Cost::core);
        double gap = median(costs, IdleBank.Cost::gapMillis);
        over |= core > LIMIT_CORE || gap > LIMIT_GAP_MS;
        table.add("idle bank of 8 boards: %.2f %% of a core over %d s (limit %.0f %%)%s%n"
                .formatted(core, seconds, LIMIT_CORE, core > LIMIT_CORE ? ": over" : ""));
        table.add("idle bank of 8 boards: each board asked again after at most %.0f ms (limit %.0f ms)%s%n"
                .formatted(gap, LIMIT_GAP_MS, gap > LIMIT_GAP_MS ? ": over" : ""));
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void progress(String done) {
        System.err.println("round done: " + done);
    }
}
