package foyer.server;

import foyer.server.broker.Broker;
import foyer.server.broker.EnrolmentDesk;
import foyer.station.StationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole server in this process, on ports the system picks, with a small library in it. */
public final class LiveServer implements AutoCloseable {
    public static final String BRANCH = "riverside";
    public static final String OTHER_BRANCH = "hilltop";
    public static final String FOREIGN_BRANCH = "faraway";
    public static final int TITLES = 100;
    public static final int PATRONS = 24;

    private static final AtomicInteger STATIONS = new AtomicInteger();

    private final Path directory;
    private final ConfigurableApplicationContext context;
    private final SteppedClock clock;

    private LiveServer(Path directory, ConfigurableApplicationContext context, SteppedClock clock) {
        this.directory = directory;
        this.context = context;
        this.clock = clock;
    }

    /** The six files a library is imported from. */
    public interface Library {
        void write(Path directory) throws IOException;
    }

    private static final class Shared {
        static final LiveServer SERVER = start();
    }

    /** One server for all tests that need not stop it. Each uses a station, titles and patrons of its own. */
    public static LiveServer shared() {
        return Shared.SERVER;
    }

    /** A server of one's own, with these settings besides. It stops with the JVM. */
    public static LiveServer start(String... settings) {
        return start(SmallLibrary::write, settings);
    }

    /** The same, of another library. */
    public static LiveServer start(Library library, String... settings) {
        try {
            Path directory = Files.createTempDirectory("foyer-server");
            List<String> arguments = new ArrayList<>(arguments(directory, library));
            arguments.addAll(List.of(settings));
            LiveServer server = run(directory, arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static LiveServer run(Path directory, List<String> arguments) {
        SteppedClock clock = new SteppedClock();
        SpringApplication application = new SpringApplication(ServerMain.class);
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext generic) {
                generic.registerBean("clock", Clock.class, () -> clock);
            }
        });
        return new LiveServer(directory, application.run(arguments.toArray(String[]::new)), clock);
    }

    /** What a server over this directory is started with, as {@code --name=value}. */
    public static List<String> arguments(Path directory) throws IOException {
        return arguments(directory, SmallLibrary::write);
    }

    private static List<String> arguments(Path directory, Library library) throws IOException {
        Path imported = directory.resolve("import");
        Files.createDirectories(imported);
        library.write(imported);
        List<String> arguments = new ArrayList<>(List.of(
                "--foyer.data=" + directory.resolve("data"),
                "--foyer.import=" + imported,
                "--server.port=0",
                "--foyer.broker.bind=127.0.0.1",
                "--foyer.broker.port=0"));
        arguments.addAll(TestLedger.arguments(directory));
        return List.copyOf(arguments);
    }

    /** What another server over this one's ledger is started with; its own keys and files lie in {@code other}. */
    public List<String> beside(Path other) throws IOException {
        List<String> arguments = new ArrayList<>(arguments(other));
        arguments.removeIf(argument -> argument.startsWith("--foyer.ledger."));
        arguments.addAll(TestLedger.arguments(directory));
        return List.copyOf(arguments);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public SteppedClock clock() {
        return clock;
    }

    public Path data() {
        return directory.resolve("data");
    }

    /** The ledger itself, for what no page and no answer shows. */
    public Connection ledger() throws SQLException {
        return TestLedger.connect(directory);
    }

    public int brokerPort() {
        return bean(Broker.class).port();
    }

    /** A new station at {@link #BRANCH}, with its certificate, not connected yet. */
    public TestStation station() {
        return station(BRANCH);
    }

    public TestStation station(String branch) {
        StationId id = new StationId("door-" + STATIONS.incrementAndGet());
        return enrol(id, branch);
    }

    public TestStation enrol(StationId id, String branch) {
        EnrolmentDesk desk = bean(EnrolmentDesk.class);
        desk.register(id, branch);
        TestStation.Keys keys = TestStation.Keys.make(id.value());
        EnrolmentDesk.Answer answer = desk.enrol(desk.token(id), keys.request());
        if (answer instanceof EnrolmentDesk.Answer.Enrolled enrolled) {
            return new TestStation(id, keys, enrolled, "ssl://127.0.0.1:" + brokerPort());
        }
        throw new IllegalStateException("not enrolled: " + answer);
    }

    @Override
    public void close() {
        context.close();
    }
}
