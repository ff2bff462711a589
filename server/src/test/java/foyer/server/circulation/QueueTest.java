package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueTest {
    private static final Policy POLICY = reviewed();
    private static final Item FREE = item("i", "here", new ItemState.OnShelf());

    private static Hold.Queued asleep(String id, Instant placed, String until) {
        return new Hold.Queued(facts(id, "title", OTHER, placed), Optional.of(LocalDate.parse(until)));
    }

    private static Hold.Queued needed(String id, Instant placed, String until) {
        return new Hold.Queued(
                facts(id, "title", OTHER, placed).until(Optional.of(LocalDate.parse(until))), Optional.empty());
    }

    private static Hold.Queued wanting(String id, Optional<String> item, String pickupBranch) {
        return new Hold.Queued(
                new Hold.Facts(
                        new HoldId(id),
                        NETWORK,
                        OTHER,
                        "title",
                        item.map(ItemBarcode::new),
                        pickupBranch,
                        NOW,
                        Optional.empty()),
                Optional.empty());
    }

    /** The day begins at midnight in Riga, at 22:00 in UTC. */
    @ParameterizedTest
    @CsvSource({"2026-03-28T21:59:59.999Z, second", "2026-03-28T22:00:00Z, first"})
    void A5_who_is_suspended_is_passed_over_and_keeps_the_place(Instant now, String next) {
        Queue queue = queue(POLICY, waiting("second", NOW), asleep("first", NOW.minusSeconds(1), "2026-03-29"));
        assertThat(queue.waiting()).extracting(hold -> hold.id().value()).containsExactly("first", "second");
        assertThat(queue.next(FREE, now)).map(Hold::id).contains(new HoldId(next));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T21:59:59.999Z, first", "2026-03-28T22:00:00Z, second"})
    void A5_who_needs_it_no_more_is_passed_over(Instant now, String next) {
        Queue queue = queue(POLICY, needed("first", NOW.minusSeconds(1), "2026-03-28"), waiting("second", NOW));
        assertThat(queue.next(FREE, now)).map(Hold::id).contains(new HoldId(next));
    }

    @Test
    void A12_who_sleeps_still_wants_it() {
        Queue queue = queue(POLICY, asleep("w", NOW, "2026-12-01"));
        assertThat(queue.next(FREE, NOW)).isEmpty();
        assertThat(queue.wants(FREE)).isTrue();
        assertThat(queue.freed(FREE, NOW)).containsExactly(new Change.ItemBecame(ITEM, new ItemState.OnShelf()));
    }

    @ParameterizedTest
    @CsvSource({
        "owning, '', here, true",
        "owning, '', there, false",
        "owning, i, there, false",
        "choice, '', there, true",
        "choice, i, there, true",
        "choice, j, there, false"
    })
    void A4_B9_an_item_serves_whom_it_may_be_collected_by(String pickup, String wanted, String branch, boolean served) {
        Optional<String> item = Optional.of(wanted).filter(text -> !text.isEmpty());
        Queue queue = queue(POLICY.with(Key.PICKUP_BRANCH, pickup), wanting("w", item, branch));
        assertThat(queue.wants(FREE)).isEqualTo(served);
        assertThat(queue.next(FREE, NOW).isPresent()).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({"yes, under-review", "no, confirmed"})
    void A7_who_is_served_waits_for_staff_only_where_they_review(String review, String state) {
        Queue queue = queue(POLICY.with(Key.REVIEW_REQUIRED, review), waiting("w", NOW));
        List<Change> changes = queue.freed(FREE, NOW);
        assertThat(hold(changes).state()).isEqualTo(state);
        assertThat(hold(changes).item()).contains(ITEM);
        assertThat(changes).contains(new Change.ItemBecame(ITEM, new ItemState.Held(new HoldId("w"))));
    }

    @Test
    void aBranchWithoutRulesIsABug() {
        Queue blind = new Queue(List.of(waiting("w", NOW)), Map.of(), hold -> ORDER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blind.next(FREE, NOW))
                .withMessageContaining("here");
    }
}
