package foyer.server.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import foyer.server.Settings;
import foyer.server.ledger.Enrolments;
import foyer.station.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The embedded broker: transport only. What must not be lost is in a station's outbox or in the ledger. */
@Component
public final class Broker implements SmartLifecycle {
    /** Before whoever connects to it. */
    public static final int PHASE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final Settings settings;
    private final Authority authority;
    private final Enrolments enrolments;
    private volatile @Nullable Running running;

    Broker(Settings settings, Authority authority, Enrolments enrolments) {
        this.settings = settings;
        this.authority = authority;
        this.enrolments = enrolments;
    }

    private record Running(EmbeddedHiveMQ broker, int port, Identity client) {}

    @Override
    public void start() {
        Identity listener = identity("foyer", true);
        Identity client = identity(StationGate.SERVER, false);
        int port =
                settings.broker().port() == 0 ? freePort() : settings.broker().port();
        Path home = settings.data().resolve("broker").toAbsolutePath();
        configure(home, port, listener);
        StationGate gate = new StationGate(enrolments::holds, client.certificate());
        EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(home.resolve("conf"))
                .withDataFolder(home.resolve("data"))
                .withExtensionsFolder(home.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("foyer-gate")
                        .withName("Foyer's gate")
                        .withVersion("1")
                        .withAuthor("Foyer")
                        .withPriority(1)
                        .withStartPriority(1)
                        .withExtensionMain(gate)
                        .build())
                .withoutLoggingBootstrap()
                .build();
        broker.start().join();
        running = new Running(broker, port, client);
        LOG.info("the broker listens on {} port {}", settings.broker().bind(), port);
    }

    @Override
    public void stop() {
        Running now = running;
        running = null;
        if (now == null) {
            return;
        }
        try {
            now.broker().stop().get();
            now.broker().close();
        } catch (ExecutionException e) {
            LOG.warn("the broker did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** The port of the TLS listener. */
    public int port() {
        return now().port();
    }

    /** Where the server itself connects. */
    public String loopback() {
        return "ssl://127.0.0.1:" + port();
    }

    /** What stations are told. */
    public String url() {
        String host = settings.broker().names().stream().findFirst().orElse("localhost");
        return "ssl://" + host + ":" + port();
    }

    /** TLS with the server's own certificate as a client. */
    public SSLContext clientContext() {
        return now().client().context();
    }

    private Running now() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("the broker is not running");
        }
        return now;
    }

    private Identity identity(String name, boolean listens) {
        try {
            KeyPair key = Authority.newKey();
            return new Identity(
                    key,
                    listens ? authority.server(key.getPublic(), names()) : authority.client(name, key.getPublic()),
                    authority.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 here", e);
        }
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>(settings.broker().names());
        names.add("localhost");
        names.add("127.0.0.1");
        hostName().ifPresent(names::add);
        return List.copyOf(names);
    }

    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // A machine without a name in its own DNS is known by its address or a configured name.
            LOG.debug("this machine has no name", e);
            return Optional.empty();
        }
    }

    private void configure(Path home, int port, Identity listener) {
        try {
            Files.createDirectories(home.resolve("data"));
            Files.createDirectories(home.resolve("extensions"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + home, e);
        }
        // For one start only: the stores are written anew every time.
        String password = Ids.random();
        Path conf = home.resolve("conf");
        KeyFiles.write(conf.resolve("listener.p12"), listener.keyStore(password.toCharArray()));
        KeyFiles.write(conf.resolve("authority.p12"), listener.trustStore(password.toCharArray()));
        String xml = BrokerXml.of(settings.broker(), port, conf, password);
        KeyFiles.write(conf.resolve("config.xml"), xml.getBytes(StandardCharsets.UTF_8));
    }

    private int freePort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.broker().bind(), 0));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no free port on " + settings.broker().bind(), e);
        }
    }
}
