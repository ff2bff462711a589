package foyer.server.desk.firststart;

import foyer.server.Settings;
import foyer.server.circulation.Policy;
import foyer.server.circulation.ReturnHours;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Places;
import foyer.server.ledger.Seeds;
import foyer.server.staff.Argon2;
import foyer.station.Ids;
import foyer.station.ServerMessage.Release;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fills an empty ledger, once, before anybody can connect. */
@Component
public final class FirstStart implements SmartLifecycle {
    /** Before stations are registered and the broker listens. */
    public static final int PHASE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Settings settings;
    private final Places places;
    private final Importer importer;
    private final Ledger ledger;
    private final Seeds seeds;
    private volatile boolean running;

    FirstStart(Settings settings, Places places, Importer importer, Ledger ledger, Seeds seeds) {
        this.settings = settings;
        this.places = places;
        this.importer = importer;
        this.ledger = ledger;
        this.seeds = seeds;
    }

    @Override
    public void start() {
        if (places.empty()) {
            if (settings.importFrom().isPresent()) {
                importer.load(settings.importFrom().get());
                LOG.info("imported {}", settings.importFrom().get());
            } else {
                oneMember();
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Somebody must be able to sign in. The secrets are made here, shown once, and kept only as hashes. */
    private void oneMember() {
        SecureRandom random = new SecureRandom();
        String password = Ids.random();
        String pin = String.format("%06d", random.nextInt(1_000_000));
        String badge = "admin-" + Ids.random().substring(0, 12);
        Policy policy = new Policy(
                3,
                14,
                3,
                Release.CARD_AND_PIN,
                Pattern.compile("[0-9]{14}"),
                Pattern.compile("[0-9]{14}"),
                true,
                60,
                new ReturnHours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        ledger.change(() -> {
            seeds.network(new Seeds.Network("library", "Library", policy));
            seeds.branch(new Seeds.Branch(
                    "main", "library", Map.of("en", "Library"), "", "", "", ZoneId.systemDefault(), List.of("en")));
            seeds.staff(new Seeds.Staff(
                    "admin",
                    "library",
                    "main",
                    badge,
                    Argon2.hash(pin),
                    "admin",
                    Argon2.hash(password),
                    "Administrator"));
        });
        // To the console and not to the log: it is for whoever sits here, and shown this once.
        System.out.println("First start. Sign in as admin with the password " + password);
        System.out.println("At the door: badge " + badge + ", PIN " + pin);
    }
}
