package foyer.kiosk.circulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Failed and undecided attempts to sign in, counted before the PIN is checked so that pulling the plug saves nobody an
 * attempt. Limits by security.md: {@value #PER_CARD} for each card and {@value #PER_STATION} for the station in a day
 * of running time, which no restart and no step of the wall clock shortens.
 */
public record Attempts(List<Attempt> counted) {
    public static final int PER_CARD = 5;
    public static final int PER_STATION = 48;
    public static final long DAY_MS = Duration.ofDays(1).toMillis();

    public static final Attempts NONE = new Attempts(List.of());

    public Attempts {
        counted = List.copyOf(counted);
    }

    /** @param ms {@link Now#ms} */
    public record Attempt(String ticket, String mac, long ms) {}

    public sealed interface Change {
        record Counted(Attempt attempt) implements Change {}

        /** The PIN was right: that attempt was none. */
        record Forgiven(String ticket) implements Change {}
    }

    public Attempts after(Change change) {
        List<Attempt> next = new ArrayList<>(counted);
        switch (change) {
            case Change.Counted(Attempt attempt) -> {
                next.removeIf(old -> attempt.ms() - old.ms() >= DAY_MS);
                next.add(attempt);
            }
            case Change.Forgiven(String ticket) ->
                next.removeIf(old -> old.ticket().equals(ticket));
        }
        return new Attempts(next);
    }

    /** Whether this card may not try any more today. */
    public boolean cardSpent(String mac, Now now) {
        return today(now).filter(attempt -> attempt.mac().equals(mac)).count() >= PER_CARD;
    }

    /** Whether nobody but staff may try any more today. */
    public boolean stationSpent(Now now) {
        return today(now).count() >= PER_STATION;
    }

    private Stream<Attempt> today(Now now) {
        return counted.stream().filter(attempt -> now.ms() - attempt.ms() < DAY_MS);
    }
}
