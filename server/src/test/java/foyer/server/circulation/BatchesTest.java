package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.policy.Policy;
import foyer.station.BinId;
import foyer.station.ItemBarcode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BatchesTest {
    private static final Policy POLICY = reviewed();
    private static final Batch.Facts FACTS = new Batch.Facts(new BatchId("b"), STATION, new BinId("A"), NOW);
    private static final Instant UNTIL = NOW.plus(POLICY.quarantine("book"));
    private static final Batch OPEN = new Batch.Open(FACTS, UNTIL);
    private static final Batch SEALED = new Batch.Sealed(FACTS, UNTIL, NOW);
    private static final Batch QUARANTINED = new Batch.Quarantined(FACTS, UNTIL, NOW);
    private static final Batch RELEASED = new Batch.Released(FACTS, NOW);
    private static final Batch EMPTIED = new Batch.Emptied(FACTS, NOW);

    private static Batches.Resting resting(String barcode, Instant until, Hold.Queued... waiting) {
        return new Batches.Resting(
                item(barcode, "here", new ItemState.InQuarantine(until, Optional.of(FACTS.id()))),
                queue(POLICY, waiting));
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(OPEN, true, true, false, false),
                Arguments.of(SEALED, false, true, true, false),
                Arguments.of(QUARANTINED, false, false, true, false),
                Arguments.of(RELEASED, false, false, false, true),
                Arguments.of(EMPTIED, false, false, false, false));
    }

    @ParameterizedTest
    @MethodSource("states")
    void B13_each_state_of_a_batch_allows_what_comes_next(
            Batch batch, boolean seal, boolean takeOut, boolean release, boolean empty) {
        Batches.Known known = new Batches.Known(batch, List.of());
        assertThat(Batches.decide(Batches.Command.SEAL, known, UNTIL) instanceof Outcome.Done)
                .isEqualTo(seal);
        assertThat(Batches.decide(Batches.Command.TAKE_OUT, known, UNTIL) instanceof Outcome.Done)
                .isEqualTo(takeOut);
        assertThat(Batches.decide(Batches.Command.RELEASE, known, UNTIL) instanceof Outcome.Done)
                .isEqualTo(release);
        assertThat(Batches.decide(Batches.Command.EMPTY, known, UNTIL) instanceof Outcome.Done)
                .isEqualTo(empty);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void B13_a_batch_is_released_at_the_instant_and_not_a_millisecond_before(long afterMillis, boolean released) {
        Instant now = UNTIL.plusMillis(afterMillis);
        for (Batch batch : List.of(SEALED, QUARANTINED)) {
            Batches.Known known = new Batches.Known(batch, List.of(resting("i", UNTIL)));
            Outcome outcome = Batches.decide(Batches.Command.RELEASE, known, now);
            if (released) {
                assertThat(done(outcome))
                        .containsExactly(
                                new Change.BatchBecame(new Batch.Released(FACTS, now)),
                                new Change.ItemBecame(ITEM, new ItemState.OnShelf()));
            } else {
                assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.STILL_RESTING, UNTIL.toString()));
            }
            assertThat(ComingDue.batch(known, now).isEmpty()).isEqualTo(!released);
        }
    }

    @Test
    void B13_two_copies_of_a_title_serve_two_who_wait_and_a_third_goes_to_its_shelf() {
        Hold.Queued first = waiting("w1", NOW);
        Hold.Queued second = waiting("w2", NOW.plusSeconds(1));
        Batches.Known known = new Batches.Known(
                SEALED,
                List.of(
                        resting("i", UNTIL, first, second),
                        resting("j", UNTIL, first, second),
                        resting("k", UNTIL, first, second)));
        assertThat(done(Batches.decide(Batches.Command.RELEASE, known, UNTIL)))
                .containsExactly(
                        new Change.BatchBecame(new Batch.Released(FACTS, UNTIL)),
                        new Change.HoldBecame(new Hold.UnderReview(first.facts(), ITEM, UNTIL)),
                        new Change.ItemBecame(ITEM, new ItemState.Held(first.id())),
                        new Change.HoldBecame(new Hold.UnderReview(second.facts(), new ItemBarcode("j"), UNTIL)),
                        new Change.ItemBecame(new ItemBarcode("j"), new ItemState.Held(second.id())),
                        new Change.ItemBecame(new ItemBarcode("k"), new ItemState.OnShelf()));
    }

    @Test
    void B13_what_was_dropped_early_rests_with_what_was_dropped_late() {
        Batches.Known known = new Batches.Known(OPEN, List.of(resting("early", NOW), resting("late", UNTIL)));
        ItemState together = new ItemState.InQuarantine(UNTIL, Optional.of(FACTS.id()));
        for (Batches.Command command : List.of(Batches.Command.SEAL, Batches.Command.TAKE_OUT)) {
            assertThat(done(Batches.decide(command, known, NOW)))
                    .contains(
                            new Change.ItemBecame(new ItemBarcode("early"), together),
                            new Change.ItemBecame(new ItemBarcode("late"), together));
        }
    }

    @Test
    void B13_a_batch_that_is_not_released_is_not_put_away() {
        for (Batch batch : List.of(OPEN, SEALED, QUARANTINED)) {
            Batches.Known known = new Batches.Known(batch, List.of());
            assertThat(refused(Batches.decide(Batches.Command.EMPTY, known, UNTIL)))
                    .isEqualTo(Refusal.STILL_RESTING);
        }
        assertThat(done(Batches.decide(Batches.Command.EMPTY, new Batches.Known(RELEASED, List.of()), NOW)))
                .containsExactly(new Change.BatchBecame(new Batch.Emptied(FACTS, NOW)));
    }

    /** While it is open its items are freed one by one; once closed, all together. */
    @ParameterizedTest
    @MethodSource("states")
    void B13_items_of_an_open_batch_rest_alone_and_those_of_a_sealed_one_do_not(
            Batch batch, boolean seal, boolean takeOut, boolean together, boolean empty) {
        Item item = resting("i", UNTIL).item();
        assertThat(ComingDue.rested(item, Optional.of(batch), queue(POLICY), UNTIL)
                        .isEmpty())
                .isEqualTo(together);
        assertThat(ComingDue.rested(item, Optional.of(batch), queue(POLICY), UNTIL.minusMillis(1)))
                .isEmpty();
    }
}
