package foyer.server.desk.firststart;

import foyer.server.Settings;
import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Key;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Places;
import foyer.server.ledger.Seeds;
import foyer.server.staff.Argon2;
import foyer.station.Ids;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> policy =
                new HashMap<>(ShippedPolicies.find("reviewed").orElseThrow());
        policy.put(Key.CARD_FORMAT.text(), "[0-9]{14}");
        policy.put(Key.ITEM_FORMAT.text(), "[0-9]{14}");
        policy.put(Key.CARD_NUMBERS.text(), "200000#######L");
        policy.put(Key.LUHN.text(), "yes");
        Calendar calendar =
                new Calendar(ZoneId.systemDefault(), Week.of(Importer.USUAL_HOURS), Holidays.NONE, Map.of());
        ledger.change(() -> {
            seeds.network(new Seeds.Network("library", "Library", policy));
            seeds.branch(new Seeds.Branch(
                    "main", "library", Map.of("en", "Library"), "", "", "", calendar, List.of("en"), Map.of()));
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
