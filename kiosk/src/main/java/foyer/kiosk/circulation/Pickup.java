package foyer.kiosk.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.StationEvent.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a patron who has signed in can do: see what is ready, choose, open. */
final class Pickup {
    private Pickup() {}

    static void greet(Turn turn, PatronId patron) {
        List<Shelf.Line> lines = Shelf.lines(turn.kiosk(), patron);
        if (lines.isEmpty()) {
            turn.refuse(Refusal.NOTHING_READY, "nothing is ready", Problem.NOTHING_READY, new Visit.Idle(false));
        } else {
            turn.to(new Visit.Choosing(patron, holds(lines)));
        }
    }

    static void open(Turn turn, Visit.Choosing choosing) {
        List<Shelf.Line> chosen = chosen(turn, choosing.patron(), choosing.chosen());
        if (chosen.isEmpty()) {
            turn.to(choosing);
            return;
        }
        CompartmentId door = chosen.getFirst().door();
        List<HoldId> here = chosen.stream()
                .filter(line -> line.door().equals(door))
                .map(Shelf.Line::hold)
                .toList();
        Purpose purpose = new Purpose.Pickup(chosen.getFirst().order(), choosing.patron(), here);
        Doors.begin(turn, new Job(door, purpose, choosing.chosen(), Job.REOPENINGS), choosing);
    }

    /** After one door: the next one chosen, or the visit is over. */
    static Visit next(Turn turn, PatronId patron, Set<HoldId> chosen) {
        List<Shelf.Line> left = chosen(turn, patron, chosen);
        return left.isEmpty() ? new Visit.Idle(false) : new Visit.Choosing(patron, holds(left));
    }

    private static List<Shelf.Line> chosen(Turn turn, PatronId patron, Set<HoldId> chosen) {
        return Shelf.lines(turn.kiosk(), patron).stream()
                .filter(line -> chosen.contains(line.hold()))
                .toList();
    }

    private static Set<HoldId> holds(List<Shelf.Line> lines) {
        return lines.stream().map(Shelf.Line::hold).collect(Collectors.toSet());
    }
}
