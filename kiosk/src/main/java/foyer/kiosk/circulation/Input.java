package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ServerMessage.Desired;
import foyer.station.StationState.Position;
import java.util.Set;

/** One thing that happened, in the order it came. */
public sealed interface Input {

    /** Time has passed; about once a second. */
    record Tick() implements Input {}

    record Pressed(Key key) implements Input {}

    record Choose(HoldId hold, boolean chosen) implements Input {}

    record Inspect(CompartmentId door) implements Input {}

    /** Staff say that they emptied this bin; they are asked once more. */
    record EmptyBin(BinId bin) implements Input {}

    record Scanned(Barcode barcode) implements Input {}

    record CardTyped(Barcode barcode) implements Input {}

    /** The scanner saw a code and could not make sense of it. */
    record Unreadable() implements Input {}

    record PinTyped(String pin) implements Input {
        @Override
        public String toString() {
            return "PinTyped[]";
        }
    }

    record PinChecked(String ticket, boolean right) implements Input {}

    record DoorAnswered(IntentId intent, Outcome outcome) implements Input {}

    record FlapAnswered(IntentId intent, Outcome outcome) implements Input {}

    /** @param at nanoseconds of the hardware's clock, as in {@link Outcome.Opened} */
    record DoorReported(CompartmentId door, Position position, long at) implements Input {}

    record FlapReported(BinId bin, Position position, long at) implements Input {}

    record Dropped(BinId bin) implements Input {}

    record Level(BinId bin, boolean full) implements Input {}

    record Health(String part, boolean well, String words) implements Input {}

    /** Signed by the server, as whoever hands it in has checked. */
    record DesiredArrived(Desired desired) implements Input {}

    /** A message that claimed to be the server's and was not signed by it, or could not be read. */
    record DesiredRejected(String why) implements Input {}

    enum Key {
        ACTIVE,
        RETURN,
        TYPE_CARD,
        OPEN,
        RETRY,
        TAKEN,
        REOPEN,
        LOADED,
        SEEN_EMPTY,
        DONE,
        BACK,
        OK,
        FINISH
    }

    /** What came of one order to pulse a lock; the hardware's word, without the hardware. */
    sealed interface Outcome {
        record Opened(long at) implements Outcome {}

        /** Pulsed, and it stayed closed. */
        record Jammed() implements Outcome {}

        record WrongDoor(Set<String> changed) implements Outcome {
            public WrongDoor {
                changed = Set.copyOf(changed);
            }
        }

        /** Pulsed, and whether it opened is not known. */
        record NotConfirmed() implements Outcome {}

        record NotPulsed(String why) implements Outcome {}
    }
}
