package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.ReturnWindow;
import foyer.station.ServerMessage.Rules;
import foyer.station.StationState.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a return can be brought now: the calendar, and room in the bins. */
public sealed interface Acceptance {
    /** @param room for about so many books */
    record Open(int room) implements Acceptance {}

    /** @param from when returns are taken again, as far as is known here */
    record Closed(Instant from) implements Acceptance {}

    record Full() implements Acceptance {}

    static Acceptance of(Kiosk kiosk, Now now) {
        Optional<Instant> from = kiosk.station()
                .desired()
                .map(Desired::rules)
                .map(Rules::returns)
                .flatMap(window -> opens(window, now));
        if (from.isPresent()) {
            return new Closed(from.get());
        }
        int room =
                kiosk.wall().bins().stream().mapToInt(bin -> room(kiosk, bin)).sum();
        return room > 0 ? new Open(room) : new Full();
    }

    /**
     * Empty when returns are taken now. Once the window known here is over and the server has not told of the next
     * one, the same weekday is the one answer that is true of daily and of weekly calendars.
     */
    private static Optional<Instant> opens(ReturnWindow window, Now now) {
        if (!now.wallKnown()) {
            return Optional.empty();
        }
        Instant from = window.opensAt();
        if (!now.wall().isBefore(from) && now.wall().isBefore(window.closesAt())) {
            return Optional.empty();
        }
        if (from.isAfter(now.wall())) {
            return Optional.of(from);
        }
        long weeks = Duration.between(from, now.wall()).toDays() / 7 + 1;
        return Optional.of(from.plus(Duration.ofDays(7 * weeks)));
    }

    /** Books that still go into this bin; none when its level sensor says so, whatever was counted. */
    static int room(Kiosk kiosk, Wall.Bin bin) {
        if (kiosk.sensors().full().contains(bin.id())) {
            return 0;
        }
        return Math.max(0, capacity(kiosk, bin) - kiosk.station().dropped(bin.id()));
    }

    /** How many books this bin may hold: by its hardware, or fewer where the library says so. */
    static int capacity(Kiosk kiosk, Wall.Bin bin) {
        int policy = kiosk.station()
                .desired()
                .map(Desired::rules)
                .map(Rules::binCapacity)
                .orElse(bin.capacity());
        return Math.min(policy, bin.capacity());
    }

    /** The first bin with room whose flap can be opened: closed, and nothing underway with it. */
    static Optional<BinId> bin(Kiosk kiosk) {
        return kiosk.wall().bins().stream()
                .filter(bin -> room(kiosk, bin) > 0)
                .map(Wall.Bin::id)
                .filter(bin -> kiosk.sensors().flap(bin).position() == Position.CLOSED)
                .filter(bin -> !kiosk.station().flaps().containsKey(bin))
                .findFirst();
    }
}
