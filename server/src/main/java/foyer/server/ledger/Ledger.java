package foyer.server.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The one writing transaction. Whatever the ledger's books do outside of it fails. */
public final class Ledger {
    private static final String INTEGRITY_STATES = "23";
    private static final int SQLITE_PRIMARY = 0xff;
    private static final int SQLITE_CONSTRAINT = 19;

    private final TransactionTemplate whole;
    private final TransactionTemplate part;

    Ledger(PlatformTransactionManager transactions) {
        this.whole = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** All or nothing; durable when it returns. */
    public <T> T write(Supplier<T> work) {
        return whole.execute(status -> work.get());
    }

    /** As {@link #write(Supplier)}, with nothing to answer. */
    public void change(Runnable work) {
        whole.executeWithoutResult(status -> work.run());
    }

    /**
     * Part of a transaction that may fail alone: then only what it did is undone.
     *
     * @return why the work itself could not be done, as what contradicts the ledger; empty when it was done
     * @throws DataAccessException when the ledger itself failed, as on a full disk: that is no fault of the work
     */
    public Optional<RuntimeException> attempt(Runnable work) {
        try {
            part.executeWithoutResult(status -> work.run());
            return Optional.empty();
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && contradicts(cause)) {
                return Optional.of(e);
            }
            throw e;
        } catch (TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** A broken constraint: by the standard's class of states, or by SQLite's code, which tells no state. */
    private static boolean contradicts(SQLException e) {
        String state = e.getSQLState();
        return state != null
                ? state.startsWith(INTEGRITY_STATES)
                : (e.getErrorCode() & SQLITE_PRIMARY) == SQLITE_CONSTRAINT;
    }
}
