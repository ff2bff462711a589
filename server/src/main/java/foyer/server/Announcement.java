package foyer.server;

import foyer.server.broker.Broker;
import foyer.server.broker.EnrolmentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the server listens, once it does: to whoever started it on ports the system picked. */
@Component
final class Announcement {
    private static final String FILE = "ports.properties";

    private final Settings settings;
    private final Broker broker;
    private final EnrolmentFiles enrolmentFiles;
    private final Environment environment;

    Announcement(Settings settings, Broker broker, EnrolmentFiles enrolmentFiles, Environment environment) {
        this.settings = settings;
        this.broker = broker;
        this.enrolmentFiles = enrolmentFiles;
        this.environment = environment;
    }

    @EventListener
    void listening(ApplicationReadyEvent ready) throws IOException {
        int web = environment.getRequiredProperty("local.server.port", Integer.class);
        enrolmentFiles.write(settings.publicUrl().orElse("http://localhost:" + web));
        Path next = settings.data().resolve(FILE + ".next");
        Files.writeString(next, "web.port=" + web + "\nbroker.port=" + broker.port() + "\n");
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @EventListener
    void closing(ContextClosedEvent closed) throws IOException {
        Files.deleteIfExists(file());
    }

    private Path file() {
        return settings.data().resolve(FILE);
    }
}
