package foyer.kiosk.session;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;

/** What one press on the touchscreen means. A touch sends at most one; which of them answers what is said at {@link View}. */
public sealed interface Touch {
    /** Somebody is there (a digit typed, a language chosen): the time allowed starts again. */
    record Active() implements Touch {}

    record Return() implements Touch {}

    record TypeCard() implements Touch {}

    record CardTyped(String number) implements Touch {
        @Override
        public String toString() {
            return "CardTyped[]";
        }
    }

    record PinTyped(String pin) implements Touch {
        @Override
        public String toString() {
            return "PinTyped[]";
        }
    }

    record Choose(HoldId hold, boolean chosen) implements Touch {}

    record Open() implements Touch {}

    /** After a door stayed closed: a new intent by the person's own press. */
    record Retry() implements Touch {}

    record Taken() implements Touch {}

    record Reopen() implements Touch {}

    record Loaded() implements Touch {}

    record Inspect(CompartmentId door) implements Touch {}

    /** Staff emptied this bin, and will be asked whether it is so. */
    record BinEmptied(BinId bin) implements Touch {}

    record SeenEmpty() implements Touch {}

    /** The returns are complete. */
    record Done() implements Touch {}

    record Back() implements Touch {}

    record Ok() implements Touch {}

    /** Ends the visit. */
    record Finish() implements Touch {}
}
