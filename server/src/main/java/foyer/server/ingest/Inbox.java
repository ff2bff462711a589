package foyer.server.ingest;

import foyer.server.dispatch.BrokerLink;
import foyer.server.dispatch.BrokerLink.Arrived;
import foyer.server.dispatch.Worker;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Stations;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes messages off the connection's thread and works them off one by one, in their order. It cannot overflow: the
 * broker sends no more than it holds before the first is done.
 */
@Component
public final class Inbox implements SmartLifecycle {
    /** Before the connection is made, and still there when it is closed. */
    static final int PHASE = BrokerLink.PHASE - 10;

    private static final long PAUSE_MS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** Room for what an older connection left here, besides what the present one may send. */
    private final BlockingQueue<Arrived> waiting = new ArrayBlockingQueue<>(4 * BrokerLink.MOST_WAITING);

    private final Intake intake;
    private final Ledger ledger;
    private final Stations stations;
    private final Worker worker = new Worker("ingest", this::next);

    Inbox(Intake intake, Ledger ledger, Stations stations, BrokerLink link) {
        this.intake = intake;
        this.ledger = ledger;
        this.stations = stations;
        link.deliverTo(this::arrived);
    }

    /** Blocks the connection's thread when an older connection's messages still fill the room: then the broker waits. */
    private void arrived(Arrived message) {
        try {
            waiting.put(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        ledger.change(stations::allOffline);
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void next() throws InterruptedException {
        untilDone(waiting.take());
    }

    /** What the ledger could not write is not acknowledged but tried again: the disk may have room in a moment. */
    private void untilDone(Arrived message) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                intake.take(message);
                message.done();
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.error("a message on {} could not be stored, it is tried again: {}", message.topic(), Trace.of(e));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        }
    }

    /** Wiring of what has no Spring in it. */
    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Resends resends() {
            return new Resends(System::nanoTime);
        }
    }
}
