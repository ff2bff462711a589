package foyer.server.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The writing transaction: as if no other ran beside it. Where others do, as in PostgreSQL, two may turn out not to fit
 * one after the other; then one of them is undone and run again. So the work it is given reads and writes the ledger and
 * does nothing else: no message, no file, nothing remembered outside of it.
 */
public final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    /** So many runs in all. With the pauses between them they take 2 s at most. */
    private static final int MOST_RUNS = 12;

    /**
     * So many runs beside this server's others. Who comes too late again and again, since others follow each other
     * without a pause, then has a turn alone.
     */
    private static final int RUNS_AMONG_OTHERS = 3;

    private static final long FIRST_PAUSE_MS = 4;
    private static final long LONGEST_PAUSE_MS = 256;

    /** Serialization failure and deadlock, as PostgreSQL names them: the transaction came too late, its work is sound. */
    private static final Set<String> TOO_LATE = Set.of("40001", "40P01");

    /** A unique key that is there already. */
    private static final String TAKEN = "23505";

    /** What was said is no text or number of the database, or breaks a constraint. */
    private static final Set<String> CONTRADICTIONS = Set.of("22", "23");

    private static final int STATE_CLASS = 2;
    private static final int SQLITE_PRIMARY = 0xff;
    private static final int SQLITE_CONSTRAINT = 19;

    /** Fair: a pool of one connection hands it to whoever asks at the right moment, and others wait on and on. */
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

    private final int amongOthers;
    private final TransactionTemplate whole;
    private final TransactionTemplate part;

    /** Which run of the work this is, from 1; unbound outside of a transaction of this ledger. */
    private final ScopedValue<Integer> run = ScopedValue.newInstance();

    /** @param besideEachOther whether the database takes several writing transactions at a time */
    Ledger(PlatformTransactionManager transactions, boolean besideEachOther) {
        this.amongOthers = besideEachOther ? RUNS_AMONG_OTHERS : 0;
        this.whole = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * All or nothing; durable when it returns.
     *
     * @param work may be run several times, and only the last run counts; inside of other work it is a part of that
     * @throws ConcurrencyFailureException when it came too late in every run
     */
    public <T> T write(Supplier<T> work) {
        if (run.isBound()) {
            return whole.execute(status -> work.get());
        }
        for (int next = 1; ; next++) {
            RuntimeException late;
            Lock turn = next > amongOthers ? turns.writeLock() : turns.readLock();
            turn.lock();
            try {
                return ScopedValue.where(run, next).call(() -> whole.execute(status -> work.get()));
            } catch (DataAccessException | TransactionException e) {
                if (!isWorthAnotherRun(e, next)) {
                    throw e;
                }
                if (next == MOST_RUNS) {
                    throw new ConcurrencyFailureException("came too late " + MOST_RUNS + " times", e);
                }
                LOG.debug("came too late in run {}: {}", next, e.getMessage());
                late = e;
            } finally {
                turn.unlock();
            }
            pause(next, late);
        }
    }

    /** As {@link #write(Supplier)}, with nothing to answer. */
    public void change(Runnable work) {
        write(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Part of a transaction that may fail alone: then only what it did is undone.
     *
     * @return why the work itself could not be done, as what contradicts the ledger; empty when it was done
     * @throws DataAccessException when the ledger itself failed, as on a full disk, or the transaction came too late:
     *     that is no fault of the work
     */
    public Optional<RuntimeException> attempt(Runnable work) {
        try {
            part.executeWithoutResult(status -> work.run());
            return Optional.empty();
        } catch (TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (isWorthAnotherRun(e, run.orElse(1))
                    || (e instanceof DataAccessException ledger && !contradicts(ledger))) {
                throw e;
            }
            return Optional.of(e);
        }
    }

    /** Whether it is what was to be written that cannot be, now or ever, rather than the ledger that fails. */
    public static boolean contradicts(DataAccessException e) {
        if (!(NestedExceptionUtils.getRootCause(e) instanceof SQLException cause)) {
            return false;
        }
        // SQLite tells no state but a code.
        String state = cause.getSQLState();
        return state != null
                ? CONTRADICTIONS.contains(state.substring(0, Math.min(STATE_CLASS, state.length())))
                : (cause.getErrorCode() & SQLITE_PRIMARY) == SQLITE_CONSTRAINT;
    }

    /**
     * A key that is taken may have been taken by another since this transaction began to read; only when a second run,
     * which reads that too, does not get around it, it is the work's own fault.
     */
    private static boolean isWorthAnotherRun(RuntimeException e, int run) {
        if (!(NestedExceptionUtils.getRootCause(e) instanceof SQLException cause)) {
            return false;
        }
        String state = cause.getSQLState();
        return state != null && (TOO_LATE.contains(state) || (state.equals(TAKEN) && run == 1));
    }

    /** Random, so that two that met do not meet again, and longer each time. */
    private static void pause(int run, RuntimeException after) {
        long longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << run);
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw after;
        }
    }
}
