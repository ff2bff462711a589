package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Where the one person at the touchscreen is. Lost at a power cut, on purpose: nobody stays signed in. */
public sealed interface Visit {

    /** The station has just started and waits for its sensors' first word on what was underway. */
    record Recovering() implements Visit {}

    /** @param touched somebody chose a language or the like and has not gone on yet */
    record Idle(boolean touched) implements Visit {}

    record TypingCard(boolean malformed) implements Visit {}

    record TypingPin(Claim claim, boolean again) implements Visit {}

    record Checking(Claim claim, String ticket) implements Visit {}

    record Choosing(PatronId patron, Set<HoldId> chosen) implements Visit {
        public Choosing {
            chosen = Set.copyOf(chosen);
        }
    }

    /** @param pulses sent for this job, this one included */
    record Pulsing(Job job, IntentId intent, int pulses) implements Visit {}

    /** The door stayed closed at the first pulse; a second is the person's choice. */
    record Stuck(Job job, IntentId intent, int pulses) implements Visit {}

    record Open(Job job, IntentId intent, Watch watch, boolean late) implements Visit {}

    /** The door has closed again: taken, loaded, empty? */
    record Closed(Job job, IntentId intent, boolean recovered) implements Visit {}

    record Returning(List<Returned> returned) implements Visit {
        public Returning {
            returned = List.copyOf(returned);
        }
    }

    record FlapPulsing(IntentId intent, BinId bin, ItemBarcode item, boolean dropped, List<Returned> returned)
            implements Visit {
        public FlapPulsing {
            returned = List.copyOf(returned);
        }
    }

    /** @param closedAt {@link Now#ms} when the flap closed with nothing dropped yet: the beam gets a moment more */
    record FlapOpen(
            IntentId intent,
            BinId bin,
            ItemBarcode item,
            boolean dropped,
            OptionalLong closedAt,
            boolean recovered,
            List<Returned> returned)
            implements Visit {
        public FlapOpen {
            returned = List.copyOf(returned);
        }
    }

    record StaffHome(StaffId staff, Optional<Note> note) implements Visit {}

    /** Staff said that they emptied this bin, and are asked whether it is so: a stray touch must not zero its count. */
    record EmptyingBin(StaffId staff, BinId bin) implements Visit {}

    /** @param then where the person goes on after having read it */
    record InTrouble(Problem problem, Optional<CompartmentId> door, Visit then) implements Visit {}

    enum Watch {
        /** The person who had it opened is there. */
        ATTENDED,
        /** The station had stopped meanwhile: who stands there is not known. */
        RECOVERED,
        /** It stood open too long and another person has come. */
        LEFT
    }

    enum Note {
        NOT_TO_LOAD,
        NO_COMPARTMENT,
        LOADED,
        EMPTIED,
        BIN_EMPTIED,
        /** A return into that bin is underway: what becomes of it is not counted yet. */
        BIN_IN_USE
    }

    /** The opening this visit looks after itself; any other one that is underway is recovery's. */
    default Optional<IntentId> own() {
        return switch (this) {
            case Pulsing pulsing -> Optional.of(pulsing.intent());
            case Stuck stuck -> Optional.of(stuck.intent());
            case Open open -> Optional.of(open.intent());
            case Closed closed -> Optional.of(closed.intent());
            case FlapPulsing flap -> Optional.of(flap.intent());
            case FlapOpen flap -> Optional.of(flap.intent());
            case Recovering v -> Optional.empty();
            case Idle v -> Optional.empty();
            case TypingCard v -> Optional.empty();
            case TypingPin v -> Optional.empty();
            case Checking v -> Optional.empty();
            case Choosing v -> Optional.empty();
            case Returning v -> Optional.empty();
            case StaffHome v -> Optional.empty();
            case EmptyingBin v -> Optional.empty();
            case InTrouble v -> Optional.empty();
        };
    }
}
