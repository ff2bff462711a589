package foyer.whole.demonstration;

import foyer.station.Ids;
import foyer.whole.Site;
import foyer.whole.Touchscreen;
import foyer.whole.Wall;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code mvn -Pdemo}: one library entrance to try, new at every start, until Ctrl-C. */
public final class Demonstration {
    /** Branch ids of the demonstration's data. */
    private static final List<String> STATIONS = List.of("ilukste", "kalamaria");

    private Demonstration() {}

    /** Takes no arguments; {@code -Dstation=kalamaria} shows the other network. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        String branch = System.getProperty("station", STATIONS.getFirst()).toLowerCase(Locale.ROOT);
        if (!STATIONS.contains(branch)) {
            out.println("-Dstation is one of " + STATIONS + ", not " + branch + ".");
            System.exit(2);
        }
        Path directory = Path.of(System.getProperty("foyer.work")).toAbsolutePath();
        empty(directory);
        CountDownLatch stopping = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.countDown();
            try {
                main.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        out.println("Starting the server, the station and its wall. This takes about half a minute.");
        run(out, directory, branch, stopping);
    }

    private static void run(PrintStream out, Path directory, String branch, CountDownLatch stopping)
            throws IOException, InterruptedException {
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        String token = Ids.random();
        try (WallService service = WallService.start(token);
                Site site = Site.open(
                        directory,
                        branch,
                        Wall.ofTwelveDoors(),
                        Map.of(
                                "foyer.demonstration.wall",
                                service.address().toString(),
                                "foyer.demonstration.screen",
                                service.address().toString(),
                                "foyer.demonstration.screen-token",
                                token,
                                "foyer.demonstration.wall-token",
                                token),
                        Map.of("screen.headless", display ? "false" : "true"));
                TryThese tryThese = new TryThese(site);
                Touchscreen screen = site.kiosk().touchscreen()) {
            service.show(new WallService.Shown(site.wall(), screen, tryThese));
            Morning.prepare(site);
            Welcome.print(out, site, directory, display);
            stopping.await();
        }
    }

    private static void empty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(directory)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
