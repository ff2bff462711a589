package foyer.server.circulation.property;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Which random years are played: {@code -Dfoyer.seeds=17-17} plays one again. */
public final class Seeds {
    private Seeds() {}

    /** Seeds 1 to {@code usual}, or those that are asked for. */
    public static LongStream upTo(long usual) {
        String asked = Optional.ofNullable(System.getProperty("foyer.seeds")).orElse("1-" + usual);
        List<Long> ends = List.of(asked.split("-")).stream().map(Long::valueOf).toList();
        return LongStream.rangeClosed(ends.getFirst(), ends.getLast());
    }

    /** What to type to see this seed again. */
    public static String replay(Class<?> test, long seed) {
        return "again with: mvn -pl server/station-api,server -Dtest=" + test.getSimpleName()
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfoyer.seeds=" + seed + "-" + seed + " verify";
    }
}
