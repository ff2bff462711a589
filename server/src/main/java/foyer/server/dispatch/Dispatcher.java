package foyer.server.dispatch;

import foyer.server.projection.LedgerChanged;
import foyer.server.projection.StationNeeds;
import foyer.station.Codec;
import foyer.station.LinkId;
import foyer.station.StationId;
import foyer.station.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends each station that is connected here what it is to follow: after a birth always, else when it is something new.
 * One thread, so that a station never gets a newer version before an older one; many changes in a row become one message.
 * A station at another server is that one's to tell: a version made here would be new nowhere else.
 */
@Component
public final class Dispatcher implements SmartLifecycle {
    private static final int PHASE = BrokerLink.PHASE + 10;

    /** At most so many rounds a second: what changes meanwhile goes with the next. */
    private static final long PACE_MS = 100;

    /** Policy by the clock, as the hours of returns, changes without a word from the ledger. */
    private static final long TICK_MS = 60_000;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Wishes wishes;
    private final StationNeeds needs;
    private final BrokerLink link;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Set<StationId> born = new HashSet<>();

    /** Stations whose birth was heard here, by the connection it was said on. */
    private final Map<StationId, LinkId> here = new HashMap<>();

    private boolean changed;
    private final Worker worker = new Worker("dispatcher", this::round);

    Dispatcher(Wishes wishes, StationNeeds needs, BrokerLink link) {
        this.wishes = wishes;
        this.needs = needs;
        this.link = link;
    }

    /** The station has connected and holds perhaps an old version, or none. */
    public void born(StationId station, LinkId connection) {
        lock.lock();
        try {
            here.put(station, connection);
            born.add(station);
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A connection has ended: the station may come back to another server. */
    public void gone(StationId station, LinkId connection) {
        lock.lock();
        try {
            here.remove(station, connection);
        } finally {
            lock.unlock();
        }
    }

    /** A loan at one station is a title known at every other of the network, so all are looked at. */
    @EventListener
    public void on(LedgerChanged change) {
        lock.lock();
        try {
            changed = true;
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
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

    private void round() throws InterruptedException {
        round(await());
        TimeUnit.MILLISECONDS.sleep(PACE_MS);
    }

    /** Who is to be looked at, and of them who is to be told in any case. */
    private record Due(Set<StationId> here, Set<StationId> newborn) {}

    private Due await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(TICK_MS);
            while (!changed && born.isEmpty() && left > 0) {
                left = something.awaitNanos(left);
            }
            Due due = new Due(Set.copyOf(here.keySet()), Set.copyOf(born));
            born.clear();
            changed = false;
            return due;
        } finally {
            lock.unlock();
        }
    }

    private void round(Due due) {
        try {
            for (StationId station : needs.enrolled()) {
                if (due.here().contains(station)) {
                    one(station, due.newborn().contains(station));
                }
            }
        } catch (RuntimeException e) {
            // As a full disk: nothing was lost, the next round tries again.
            LOG.error("what is desired could not be made", e);
            again(due.newborn());
        }
    }

    private void again(Set<StationId> newborn) {
        lock.lock();
        try {
            born.addAll(newborn);
        } finally {
            lock.unlock();
        }
    }

    private void one(StationId station, boolean always) {
        Optional<Wishes.Wish> wish = wishes.of(station);
        wish.filter(found -> always || found.isNew())
                .ifPresent(found -> link.send(station, Topics.DESIRED, Codec.encode(found.signed())));
    }
}
