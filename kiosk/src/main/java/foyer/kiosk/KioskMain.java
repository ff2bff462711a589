package foyer.kiosk;

import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import foyer.kiosk.circulation.Wall;
import foyer.kiosk.door.Walls;
import foyer.kiosk.link.Enrolment;
import foyer.kiosk.link.EnrolmentRefused;
import foyer.kiosk.link.Identity;
import foyer.kiosk.screen.Screens;
import foyer.kiosk.session.Starting;
import foyer.kiosk.session.Touch;
import foyer.kiosk.store.Store;
import foyer.kiosk.store.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code java -jar foyer-kiosk.jar kiosk.properties}: one station. SIGTERM ends it; so does a power cut. */
public final class KioskMain {
    private static final Logger LOG = LoggerFactory.getLogger(KioskMain.class);
    private static final int REFUSED = 2;
    private static final int BUG = 70;
    private static final Set<String> VITAL = Set.of("session", "link");

    private KioskMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: java -jar foyer-kiosk.jar kiosk.properties");
            System.exit(REFUSED);
        }
        Thread.setDefaultUncaughtExceptionHandler(KioskMain::bug);
        try {
            run(Config.read(Path.of(arguments[0])));
        } catch (IOException
                | IllegalArgumentException
                | HardwareFault
                | StoreFault
                | EnrolmentRefused
                | GeneralSecurityException e) {
            LOG.error("the kiosk cannot start: {}", e.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void run(Config config)
            throws IOException, HardwareFault, StoreFault, EnrolmentRefused, GeneralSecurityException,
                    InterruptedException {
        Hardware hardware = Hardware.read(config.hardware());
        Wall wall = Walls.of(hardware);
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(closing, closed), "leave"));
        AtomicReference<Consumer<Touch>> touches = new AtomicReference<>(touch -> {});
        try (Store store =
                        Store.open(config.data(), Identity.read(config.data()).isPresent());
                Screens screens =
                        Screens.start(config.screen(), touch -> touches.get().accept(touch))) {
            if (screens.mirrorPort().isPresent()) {
                tell(config.data(), screens.mirrorPort().getAsInt());
            }
            screens.show(Starting.frame(wall, Instant.now()));
            Optional<Identity> identity = identity(config, closing);
            if (identity.isPresent()) {
                try (Running running = Running.start(hardware, wall, store, identity.get(), screens)) {
                    touches.set(running::touch);
                    closing.await();
                    touches.set(touch -> {});
                }
            }
        } finally {
            closed.countDown();
        }
    }

    /** The mirror's port may be any free one: whoever started the kiosk reads it in {@code mirror.properties}. */
    private static void tell(Path data, int mirrorPort) throws IOException {
        Path file = data.resolve("mirror.properties");
        Path whole = Files.writeString(data.resolve("mirror.properties.new"), "mirror.port=" + mirrorPort + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        LOG.info("the screen's mirror listens on 127.0.0.1:{}", mirrorPort);
    }

    /**
     * A station whose deciding thread has died must not stand there as if it lived: it goes as in a power cut, which is
     * the one end it knows how to come back from, and whoever started it starts it again.
     */
    private static void bug(Thread thread, Throwable bug) {
        LOG.error("a bug ended thread {}", thread.getName(), bug);
        if (VITAL.contains(thread.getName())) {
            Runtime.getRuntime().halt(BUG);
        }
    }

    /** Empty when the kiosk was ended before it was enrolled. */
    private static Optional<Identity> identity(Config config, CountDownLatch closing)
            throws IOException, GeneralSecurityException, EnrolmentRefused, InterruptedException {
        Optional<Identity> known = Identity.read(config.data());
        if (known.isPresent()) {
            return known;
        }
        Path file = config.enrolment()
                .orElseThrow(() -> new IllegalArgumentException(
                        "this station has no identity yet: enrolment.file must name the server's file for it"));
        Enrolment.read(file).run(config.data(), closing);
        return Identity.read(config.data());
    }

    private static void leave(CountDownLatch closing, CountDownLatch closed) {
        closing.countDown();
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
