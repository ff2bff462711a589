package foyer.server.circulation.property;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.Change;
import foyer.server.circulation.Expecting;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Queue;
import foyer.server.circulation.Site;
import foyer.server.circulation.policy.Key;
import foyer.station.HoldId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody who was told a day has to come again, as long as everybody acts within what the rules allow. */
class ExpectingYearsTest {
    private static final int DAYS = 120;
    private static int answers;
    private static int kept;
    private static long daysTooLate;

    static LongStream seeds() {
        return Seeds.upTo(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noHoldIsReadyLaterThanTheDayItWasExpected(long seed) {
        Told told = new Told(UnaryOperator.identity());
        told.live(seed);
        assertThat(told.late).as(Seeds.replay(ExpectingYearsTest.class, seed)).isEmpty();
        answers += told.answers;
        kept += told.kept;
        daysTooLate += told.daysTooLate;
    }

    @AfterAll
    static void figures() {
        System.out.printf(
                "expected days: %d told, %d came true, %.1f days earlier than told%n",
                answers, kept, daysTooLate / (double) Math.max(1, kept));
    }

    /** What somebody who writes this anew may well forget. */
    enum Forgotten {
        WHO_IS_IN_FRONT,
        WHAT_RESTS_NOW,
        QUARANTINE,
        HOW_LONG_OTHERS_READ,
        RENEWALS_IN_DEMAND,
        REVIEW;

        Expecting.Known in(Expecting.Known known) {
            return switch (this) {
                case WHO_IS_IN_FRONT ->
                    with(
                            known,
                            new Queue(
                                    List.of(),
                                    known.queue().sites(),
                                    known.queue().orders()),
                            known.copies());
                case WHAT_RESTS_NOW ->
                    with(
                            known,
                            known.queue(),
                            known.copies().stream().map(Forgotten::rested).toList());
                case QUARANTINE -> with(known, Key.QUARANTINE_DAYS, "0");
                case HOW_LONG_OTHERS_READ -> with(known, Key.LOAN_DAYS, "1");
                case RENEWALS_IN_DEMAND -> with(known, Key.RENEWALS, "0");
                case REVIEW -> with(known, Key.REVIEW_REQUIRED, "no");
            };
        }

        private static Expecting.Known with(Expecting.Known known, Queue queue, List<Item> copies) {
            return new Expecting.Known(queue, copies, known.loans(), known.holds(), known.batches());
        }

        private static Item rested(Item item) {
            return item.state() instanceof ItemState.InQuarantine
                    ? new Item(
                            item.barcode(),
                            item.title(),
                            item.branch(),
                            item.network(),
                            item.material(),
                            new ItemState.OnShelf())
                    : item;
        }

        private static Expecting.Known with(Expecting.Known known, Key key, String value) {
            Map<String, Site> sites = new HashMap<>();
            known.queue()
                    .sites()
                    .forEach((branch, site) -> sites.put(
                            branch,
                            new Site(
                                    branch,
                                    site.network(),
                                    site.calendar(),
                                    site.policy().with(key, value).with(Key.QUARANTINE_BY_MATERIAL, ""))));
            Queue queue =
                    new Queue(known.queue().waiting(), sites, known.queue().orders());
            return with(known, queue, known.copies());
        }
    }

    @ParameterizedTest
    @EnumSource(Forgotten.class)
    void whatIsForgottenIsFound(Forgotten forgotten) {
        boolean found = LongStream.rangeClosed(1, 60).anyMatch(seed -> {
            Told told = new Told(forgotten::in);
            told.live(seed);
            return !told.late.isEmpty();
        });
        assertThat(found).isTrue();
    }

    private record Answer(Instant asked, Expecting.Expected expected) {}

    /** Asks for every waiting hold once a day, and compares when one is ready. */
    private static final class Told {
        private final UnaryOperator<Expecting.Known> seen;
        private final Map<HoldId, List<Answer>> told = new HashMap<>();
        private final List<String> late = new ArrayList<>();
        private int answers;
        private int kept;
        private long daysTooLate;

        Told(UnaryOperator<Expecting.Known> seen) {
            this.seen = seen;
        }

        void live(long seed) {
            World world = World.of(seed);
            SplittableRandom random = new SplittableRandom(seed);
            int lastMoments = List.of(100, 100, 80, 50, 0).get(random.nextInt(5));
            List<Change> changes = new ArrayList<>();
            PunctualYear year = new PunctualYear(world, random, lastMoments, changes::add);
            for (int day = 1; day <= DAYS; day++) {
                ask(year);
                year.live(world.begins().plus(day, ChronoUnit.DAYS).minusSeconds(random.nextLong(80_000)));
                changes.forEach(change -> hear(change, year));
                changes.clear();
            }
        }

        private void ask(PunctualYear year) {
            for (Hold hold : year.library().holds()) {
                if (hold instanceof Hold.Queued queued) {
                    Expecting.Known known =
                            year.library().expecting(hold.facts().title());
                    Expecting.Expected expected = Expecting.of(queued, seen.apply(known), year.now());
                    assertThat(expected.day())
                            .as("every copy can be counted on")
                            .isPresent();
                    told.computeIfAbsent(hold.id(), id -> new ArrayList<>()).add(new Answer(year.now(), expected));
                    answers++;
                }
            }
        }

        private void hear(Change change, PunctualYear year) {
            if (change instanceof Change.HoldBecame became) {
                Hold hold = became.hold();
                if (hold instanceof Hold.Queued) {
                    // Suspended since, so another day was told.
                    told.remove(hold.id());
                }
                ready(hold).ifPresent(at -> compare(hold, at, year.library().world()));
            }
        }

        private static Optional<Instant> ready(Hold hold) {
            return switch (hold) {
                case Hold.Ready h -> Optional.of(h.at());
                case Hold.OnHoldShelf h -> Optional.of(h.at());
                default -> Optional.empty();
            };
        }

        private void compare(Hold hold, Instant at, World world) {
            LocalDate day = world.site(hold.facts().pickupBranch()).calendar().dayOf(at);
            for (Answer answer : Optional.ofNullable(told.remove(hold.id())).orElse(List.of())) {
                LocalDate expected = answer.expected().day().orElseThrow();
                kept++;
                daysTooLate += ChronoUnit.DAYS.between(day, expected);
                if (day.isAfter(expected)) {
                    late.add(hold + " was ready at " + at + ", and at " + answer.asked() + " expected "
                            + answer.expected());
                }
            }
        }
    }
}
