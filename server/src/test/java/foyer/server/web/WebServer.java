package foyer.server.web;

import foyer.server.ServerMain;
import foyer.server.TestLedger;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real server on ports the system picks, with a small library of two networks. */
public final class WebServer implements AutoCloseable {
    public static final String STATION = "entrance-1";
    private static @Nullable WebServer shared;

    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** One server for every test that changes nothing others count on; it stops with the JVM. */
    public static synchronized WebServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    static WebServer start(String... settings) {
        return start(List.of(ServerMain.class), settings);
    }

    /** @param sources {@link ServerMain}, and what a test plants beside it */
    static WebServer start(List<Class<?>> sources, String... settings) {
        try {
            Path data = Files.createTempDirectory("foyer-web");
            URL library = Objects.requireNonNull(WebServer.class.getResource("library"));
            List<String> all = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--foyer.data=" + data.resolve("data"),
                    "--foyer.broker.bind=127.0.0.1",
                    "--foyer.broker.port=0",
                    "--foyer.import=" + Path.of(library.toURI()),
                    "--foyer.stations[0].id=" + STATION,
                    "--foyer.stations[0].branch=ilukste",
                    "--foyer.stations[0].enrolment-file=" + data.resolve("enrolment.json")));
            all.addAll(TestLedger.arguments(data));
            all.addAll(List.of(settings));
            if (all.stream().noneMatch(setting -> setting.startsWith("--foyer.web.plain="))) {
                all.add("--foyer.web.plain=true");
            }
            SpringApplication application = new SpringApplication(sources.toArray(Class<?>[]::new));
            return new WebServer(application.run(all.toArray(String[]::new)));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public Browser browser() {
        return new Browser(root());
    }

    @Override
    public void close() {
        context.close();
    }
}
