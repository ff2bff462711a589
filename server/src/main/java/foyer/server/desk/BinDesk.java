package foyer.server.desk;

import foyer.server.circulation.Batch;
import foyer.server.circulation.BatchId;
import foyer.server.circulation.Batches;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Refusal;
import foyer.server.ledger.BinBatches;
import foyer.server.ledger.Picture;
import foyer.server.ledger.Places;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What staff do with the returns of a bin. */
@Component
public final class BinDesk {
    private final Counter counter;
    private final Picture picture;
    private final Places places;
    private final BinBatches batches;

    BinDesk(Counter counter, Picture picture, Places places, BinBatches batches) {
        this.counter = counter;
        this.picture = picture;
        this.places = places;
        this.batches = batches;
    }

    /** Closed in the bin: nothing more comes in, and it rests as one. */
    public Answer seal(Ask ask, String batch) {
        return handle(ask, batch, "batch-sealed", Batches.Command.SEAL);
    }

    /** Taken out of the bin, to rest elsewhere. */
    public Answer takeOut(Ask ask, String batch) {
        return handle(ask, batch, "batch-taken-out", Batches.Command.TAKE_OUT);
    }

    /** Its rest is over: what is in it may be lent on. */
    public Answer release(Ask ask, String batch) {
        return handle(ask, batch, "batch-released", Batches.Command.RELEASE);
    }

    /** Everything in it is where it belongs. */
    public Answer empty(Ask ask, String batch) {
        return handle(ask, batch, "batch-emptied", Batches.Command.EMPTY);
    }

    private Answer handle(Ask ask, String batch, String kind, Batches.Command command) {
        return counter.take(ask, List.of(kind, batch), now -> {
            Optional<Batch> found = batches.find(new BatchId(batch));
            boolean ours = found.flatMap(one -> places.site(one.facts().station()))
                    .filter(site -> site.network().equals(counter.network(ask)))
                    .isPresent();
            if (!ours) {
                return Counter.refused(Refusal.NO_SUCH_BATCH);
            }
            Batch known = found.orElseThrow();
            Outcome outcome = Batches.decide(command, picture.batch(known), now);
            Mention mention = Mention.NOTHING.about(known.facts().bin()).with("batch", batch);
            return counter.decided(outcome, batch, kind, ask, mention, now);
        });
    }
}
