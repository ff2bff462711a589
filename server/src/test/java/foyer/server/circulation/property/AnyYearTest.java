package foyer.server.circulation.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever patrons, staff, doors and time do, in any order: what must be true of circulation stays true. */
class AnyYearTest {
    private static final int STEPS = 1000;
    private static final Map<String, Integer> TOLD = new TreeMap<>();

    static LongStream seeds() {
        return Seeds.upTo(300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyStepLeavesTheLibraryTrue(long seed) {
        assertThat(lies(seed, Fault.NONE))
                .as(Seeds.replay(AnyYearTest.class, seed))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatIsWrongIsFound(Fault fault) {
        assertThat(LongStream.rangeClosed(1, 40)
                        .anyMatch(seed -> !lies(seed, fault).isEmpty()))
                .isTrue();
    }

    @AfterAll
    static void figures() {
        System.out.println("what happened: " + TOLD);
    }

    /** Of the first step after which something is not true. */
    private static List<String> lies(long seed, Fault fault) {
        Story story = new Story(World.of(seed), seed, fault);
        Truths truths = new Truths(story.library());
        for (int step = 1; step <= STEPS; step++) {
            Event event = story.next();
            TOLD.merge(event.kind() + event.refused().map(no -> " " + no.why()).orElse(""), 1, Integer::sum);
            List<String> lies = new ArrayList<>(truths.after(event));
            if (!lies.isEmpty()) {
                lies.addFirst("step " + step + ": " + event);
                return lies;
            }
        }
        return List.of();
    }
}
