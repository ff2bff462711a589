package foyer.bridge.bench;

import com.sun.management.OperatingSystemMXBean;
import foyer.bridge.line.Source;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.camera.CameraLoad;
import foyer.bridge.scan.camera.CameraScanner;
import foyer.bridge.scan.camera.Film;
import foyer.bridge.scan.camera.PicturePlayer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a camera scanner costs: a program plays 30 pictures a second of 640 x 480 for 20 s, after 5 s to warm up. The
 * processor time is all of this program's, compiler and collector included, without that of the player. Ends with 1 if
 * it is over the limit, or if no code was read.
 *
 * <p>{@code mvn -Pbench-camera -pl locker-firmware-bridge -am} prints the table. No test runs it.
 */
public final class CameraBench {
    private static final double LIMIT_PERCENT = 50;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(5);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(20);
    private static final String ROW = "%-34s %10s %10s%n";

    private CameraBench() {}

    /** Takes no arguments; leaves nothing behind. */
    public static void main(String[] arguments) throws Exception {
        Path film = Files.createTempFile("film-", ".mjpeg");
        boolean good;
        try {
            Film.write(film);
            good = measure(film);
        } finally {
            Files.delete(film);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean measure(Path film) throws Exception {
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        CameraLoad load = new CameraLoad(times::add);
        try (Source line = CameraScanner.open(PicturePlayer.command(film, Film.PER_SECOND, 0), ScanFormats.ANY, load)) {
            while (load.arrived() == 0) {
                codes(line, TimeUnit.MILLISECONDS.toNanos(10));
            }
            codes(line, WARM_UP);
            times.clear();
            long arrived = load.arrived();
            long dropped = load.dropped();
            long decoded = load.decoded();
            long searched = load.searched();
            long begun = System.nanoTime();
            long worked = worked();
            long codes = codes(line, MEASURED);
            double percent = 100.0 * (worked() - worked) / (System.nanoTime() - begun);
            long[] each = times.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(ROW, "camera, 640 x 480, 20 s", "", "limit");
            System.out.printf(
                    ROW, "share of one core", "%.1f %%".formatted(percent), "%.0f %%".formatted(LIMIT_PERCENT));
            System.out.printf(ROW, "pictures arrived", load.arrived() - arrived, "");
            System.out.printf(ROW, "pictures dropped", load.dropped() - dropped, "");
            System.out.printf(ROW, "pictures decoded", load.decoded() - decoded, "");
            System.out.printf(ROW, "pictures searched", load.searched() - searched, "");
            System.out.printf(ROW, "a decoded picture, p50", millis(each, 0.5), "");
            System.out.printf(ROW, "a decoded picture, p99", millis(each, 0.99), "");
            System.out.printf(ROW, "codes told", codes, "");
            return percent <= LIMIT_PERCENT && codes > 0;
        }
    }

    /** How many codes the line tells in a time. */
    private static long codes(Source line, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        long codes = 0;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            codes += new String(line.read(left), StandardCharsets.US_ASCII)
                    .chars()
                    .filter(c -> c == '\r')
                    .count();
        }
        return codes;
    }

    private static long worked() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return "none";
        }
        long nanos = sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
        return "%.1f ms".formatted(nanos / 1e6);
    }
}
