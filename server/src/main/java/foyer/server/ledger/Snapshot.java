package foyer.server.ledger;

import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A reading transaction: all questions in it see the same moment, and share one connection. */
public final class Snapshot {
    private final TransactionTemplate reading;

    Snapshot(PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
    }

    public <T> T read(Supplier<T> questions) {
        return reading.execute(status -> questions.get());
    }
}
