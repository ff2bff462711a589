package foyer.bridge.proof;

import java.util.Locale;
import java.util.SplittableRandom;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Runs trials of every kind of board, one after another, until so many frames went over a line with noise on it.
 *
 * <p>Settings: {@code -Dframes=10000000}; {@code -Dseed=}, of which all trials follow, and with {@code -Dkind=} the seed
 * of one trial that is run again alone.
 */
final class NoiseProof {
    private static final long SEED = 20261207;
    private static final long FRAMES = 10_000_000;
    /** An alarm that is usually false is one nobody believes. */
    private static final long OPENINGS_PER_FALSE_ALARM = 200;

    private NoiseProof() {}

    /** Takes no arguments; ends with 1 if a promise is broken. */
    public static void main(String[] arguments) {
        long seed = Long.getLong("seed", SEED);
        String only = System.getProperty("kind", "");
        try {
            System.out.print(only.isEmpty() ? all(seed) : again(Kind.valueOf(only), seed));
        } catch (Violated broken) {
            System.out.println(broken.getMessage());
            System.exit(1);
        }
    }

    private static String all(long seed) {
        long frames = Long.getLong("frames", FRAMES);
        long began = System.nanoTime();
        Tally tally;
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("noise")
                .setUnit(" frames", 1)
                .setInitialMax(frames)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(1_000)
                .build()) {
            tally = run(seed, frames, Flaw.NONE, bar::stepTo);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return tally.table()
                + String.format(
                        Locale.ROOT,
                        "seed %d; no promise broken; %.0f s, %,.0f frames a second%n",
                        seed,
                        seconds,
                        tally.frames() / seconds);
    }

    private static String again(Kind kind, long seed) {
        Tally tally = new Tally();
        Trial.run(kind, seed, Flaw.NONE, tally);
        return tally.table() + "no promise broken\n";
    }

    /** Told after each trial how many frames there were. */
    interface Progress {
        void at(long frames);
    }

    /** @throws Violated with the seed of the trial in which a promise was broken, or of the run */
    static Tally run(long seed, long frames, Flaw flaw, Progress progress) {
        SplittableRandom seeds = new SplittableRandom(seed);
        Tally tally = new Tally();
        while (tally.frames() < frames) {
            for (Kind kind : Kind.values()) {
                Trial.run(kind, seeds.nextLong(), flaw, tally);
                progress.at(Math.min(tally.frames(), frames));
            }
        }
        if (tally.falseAlarms() * OPENINGS_PER_FALSE_ALARM > tally.openings()) {
            throw new Violated(
                    seed, frames, tally.falseAlarms() + " alarms are false, of so many openings: " + tally.openings());
        }
        return tally;
    }
}
