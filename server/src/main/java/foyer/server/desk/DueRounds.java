package foyer.server.desk;

import foyer.server.dispatch.Worker;
import foyer.server.ledger.Duties;
import foyer.server.ledger.Ledger;
import foyer.server.projection.LedgerChanged;
import foyer.station.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does what is due, again and again, on one server at a time. */
@Component
final class DueRounds implements SmartLifecycle {
    private static final String DUTY = "due-work";

    /** How late what is due may come. */
    private static final long PAUSE_MS = 10_000;

    /** A server that fell silent is followed by another after this. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(DueRounds.class);

    private final DueWork work;
    private final Duties duties;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String me = Ids.random();
    private final Worker worker = new Worker("due-work", this::next);

    DueRounds(DueWork work, Duties duties, Ledger ledger, Clock clock, ApplicationEventPublisher events) {
        this.work = work;
        this.duties = duties;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    private void next() throws InterruptedException {
        try {
            while (mine() && work.round(clock.instant()) > 0) {
                events.publishEvent(new LedgerChanged(Optional.empty()));
            }
        } catch (RuntimeException e) {
            // As a full disk: what was not done is still due in the next round.
            LOG.error("what is due could not be done", e);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }

    private boolean mine() {
        Instant now = clock.instant();
        return ledger.write(() -> duties.take(DUTY, me, now, now.plus(HELD)));
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
        ledger.change(() -> duties.give(DUTY, me));
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
