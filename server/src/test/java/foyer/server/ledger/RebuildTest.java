package foyer.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.server.circulation.Change;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.server.circulation.property.Event;
import foyer.server.circulation.property.Fault;
import foyer.server.circulation.property.Library;
import foyer.server.circulation.property.Story;
import foyer.server.circulation.property.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal alone is enough to know where everything is, and knows nothing any more of what was forgotten. */
@Tag("ledger")
class RebuildTest {
    private static final int STEPS = 1600;
    private static final List<String> CIRCULATION =
            List.of("hold", "loan", "fine", "batch", "batch_item", "appointment", "item", "patron", "discrepancy");

    /** Staff's word that they have looked is no change of circulation, and not in the journal as one. */
    private static final String[] CLOSING = {"closed_at", "closed_by"};

    @TempDir
    private Path directory;

    static LongStream seeds() {
        return foyer.server.circulation.property.Seeds.upTo(3);
    }

    private static String replay(long seed) {
        return foyer.server.circulation.property.Seeds.replay(RebuildTest.class, seed);
    }

    private static void sameRows(Books one, Books other, String... without) {
        CIRCULATION.forEach(
                table -> assertThat(other.rows(table, without)).as(table).isEqualTo(one.rows(table, without)));
    }

    /** Rebuilds in a new ledger and compares. */
    private void rebuilt(Books books, World world, String... without) {
        try (Books anew = new Books(directory.resolve("second"), world)) {
            long changes = anew.bean(Rebuild.class).from(books.sql());
            long kept = books.sql()
                    .sql("SELECT count(*) FROM journal_change")
                    .query(Long.class)
                    .single();
            assertThat(changes).isEqualTo(kept);
            sameRows(books, anew, without);
            anew.bean(Ledger.class).change(() -> anew.sql()
                    .sql("UPDATE hold SET version = version + 1")
                    .update());
            assertThatThrownBy(() -> sameRows(books, anew, without)).isInstanceOf(AssertionError.class);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheJournalKeptAddsUpToWhatIsThere(long seed) {
        World world = World.of(seed);
        Story story = new Story(world, seed, Fault.NONE);
        try (Books books = new Books(directory.resolve("first"), world)) {
            live(story, books);
            assertThat(books.rows("hold")).as(replay(seed)).isNotEmpty();
            sameState(story.library(), books);
            rebuilt(books, world);
            assertThatThrownBy(() -> books.bean(Rebuild.class).from(books.sql()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already");
        }
    }

    private static void live(Story story, Books books) {
        List<Event> events = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            events.add(story.next());
            if (step % 40 == 0) {
                books.write(events);
                events.clear();
            }
        }
    }

    /** The ledger and the library in memory have seen the same changes. */
    private static void sameState(Library library, Books books) {
        library.items().forEach(item -> assertThat(books.bean(Items.class).find(item.barcode()))
                .contains(item));
        library.holds().forEach(hold -> assertThat(books.bean(Holds.class).find(hold.id()))
                .contains(hold));
        library.openLoans().forEach(loan -> assertThat(books.bean(Loans.class).find(loan.id()))
                .contains(loan));
        library.fines().forEach(fine -> assertThat(
                        books.bean(Fines.class).find(fine.facts().loan()))
                .contains(fine));
        library.batches()
                .forEach(batch -> assertThat(books.bean(BinBatches.class).find(batch.id()))
                        .contains(batch));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyChangeIsReadFromItsTextAsItWas(long seed) {
        Story story = new Story(World.of(seed), seed, Fault.NONE);
        for (int step = 1; step <= STEPS; step++) {
            Event event = story.next();
            for (Change change : event.changes()) {
                ChangeText text = ChangeText.of(change);
                assertThat(text.change()).as(replay(seed)).isEqualTo(change);
                text.patron().ifPresent(patron -> assertThat(text.body()).doesNotContain(patron));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsForgottenIsNotRebuiltEither(long seed) {
        World world = World.of(seed);
        Story story = new Story(world, seed, Fault.NONE);
        try (Books books = new Books(directory.resolve("first"), world)) {
            live(story, books);
            books.closeAlarms(world.staff().values().iterator().next(), story.now());
            Instant late = story.now().plus(Duration.ofDays(400));
            List<LoanId> forgotten = forgetAll(books, late);
            assertThat(forgotten).as(replay(seed)).isNotEmpty();
            forgotten.forEach(loan -> assertThat(mentions(books, loan)).isEmpty());
            rebuilt(books, world, CLOSING);
            assertThat(again(books, forgotten, late)).isZero();
        }
    }

    /** Nothing else than what is over, long enough, paid for and undisputed, by a reckoning of the test's own. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyWhatIsOverAndUndisputedIsForgotten(long seed) {
        World world = World.of(seed);
        Story story = new Story(world, seed, Fault.NONE);
        try (Books books = new Books(directory.resolve("first"), world)) {
            live(story, books);
            books.closeAlarms(world.staff().values().iterator().next(), story.now());
            Set<String> disputed = new HashSet<>();
            books.sql()
                    .sql("SELECT hold, item FROM discrepancy WHERE closed_at IS NULL")
                    .query(row -> {
                        disputed.add(row.getString("hold"));
                        disputed.add(row.getString("item"));
                    });
            Instant now = story.now();
            List<LoanId> expected = story.library().loans().stream()
                    .filter(loan -> loan instanceof Loan.Ended ended && !now.isBefore(forgotten(ended, world)))
                    .filter(loan -> !disputed.contains(loan.facts().item().value()))
                    .filter(loan -> loan.facts().hold().stream().noneMatch(hold -> disputed.contains(hold.value())))
                    .map(Loan::id)
                    .filter(loan -> story.library().fines().stream()
                            .noneMatch(fine -> fine instanceof Fine.Owed
                                    && fine.facts().loan().equals(loan)))
                    .toList();
            assertThat(books.bean(Forgetting.class).due(now, 10_000))
                    .as(replay(seed))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(books.bean(Forgetting.class).due(now, 1)).hasSizeLessThan(2);
            story.library().openLoans().forEach(loan -> assertThat(books.bean(Ledger.class)
                            .write(() -> books.bean(Forgetting.class).forget(loan.id(), now)))
                    .isFalse());
        }
    }

    private static Instant forgotten(Loan.Ended loan, World world) {
        Policy policy = Optional.ofNullable(world.sites().get(loan.facts().branch()))
                .orElseThrow()
                .policy();
        return loan.endedAt().plus(Duration.ofDays(policy.number(Key.RETENTION_DAYS)));
    }

    private static List<LoanId> forgetAll(Books books, Instant now) {
        Forgetting forgetting = books.bean(Forgetting.class);
        List<LoanId> due = forgetting.due(now, 10_000);
        due.forEach(loan -> assertThat(books.bean(Ledger.class).write(() -> forgetting.forget(loan, now)))
                .isTrue());
        assertThat(forgetting.due(now, 10_000)).isEmpty();
        return due;
    }

    private static long again(Books books, List<LoanId> loans, Instant now) {
        Map<String, List<String>> before = everything(books);
        long done = loans.stream()
                .filter(loan -> books.bean(Ledger.class)
                        .write(() -> books.bean(Forgetting.class).forget(loan, now)))
                .count();
        assertThat(everything(books)).isEqualTo(before);
        return done;
    }

    private static Map<String, List<String>> everything(Books books) {
        return List.of("hold", "loan", "fine", "journal", "journal_change", "discrepancy").stream()
                .collect(Collectors.toMap(table -> table, table -> books.rows(table)));
    }

    /** Rows that still say whose this loan was. */
    private static List<String> mentions(Books books, LoanId loan) {
        String query = """
                        SELECT 'loan' AS place FROM loan WHERE id = :loan AND patron IS NOT NULL
                        UNION ALL SELECT 'hold' FROM hold JOIN loan ON loan.hold = hold.id
                            WHERE loan.id = :loan AND hold.patron IS NOT NULL
                        UNION ALL SELECT 'fine' FROM fine WHERE loan = :loan AND patron IS NOT NULL
                        UNION ALL SELECT 'change' FROM journal_change WHERE loan = :loan AND patron IS NOT NULL
                        UNION ALL SELECT 'change of hold' FROM journal_change kept JOIN loan ON loan.hold = kept.hold
                            WHERE loan.id = :loan AND kept.patron IS NOT NULL AND kept.kind LIKE 'Hold%'
                        UNION ALL SELECT 'line' FROM journal JOIN journal_change kept ON kept.journal = journal.id
                            WHERE kept.loan = :loan AND kept.kind = 'LoanBegun'
                                AND (journal.patron IS NOT NULL OR journal.who LIKE 'patron-%')""";
        return books.sql()
                .sql(query)
                .param("loan", loan.value())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
