package foyer.server.ledger;

import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one writing transaction. Whatever the ledger's books do outside of it fails. */
public final class Ledger {
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

    /** Part of a transaction that may fail alone: when it throws, only what it did is undone. */
    public void attempt(Runnable work) {
        part.executeWithoutResult(status -> work.run());
    }
}
