package foyer.station;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A fact: something that happened at the station. The server never refuses one; it records it and flags what does not
 * fit. No event carries a card number, a PIN or a name.
 *
 * <p>A door's life is {@code DoorIntended -> DoorOpened -> DoorClosed -> DoorConfirmed}, or it ends in {@code
 * DoorJammed} or {@code DoorUncertain}. A return's life is {@code ReturnIntended -> FlapOpened -> ReturnReceived}, or
 * {@code ReturnAbandoned} (the flap closed and nothing had dropped) or {@code ReturnUncertain}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StationEvent.DoorIntended.class, name = "door-intended"),
    @JsonSubTypes.Type(value = StationEvent.DoorOpened.class, name = "door-opened"),
    @JsonSubTypes.Type(value = StationEvent.DoorClosed.class, name = "door-closed"),
    @JsonSubTypes.Type(value = StationEvent.DoorConfirmed.class, name = "door-confirmed"),
    @JsonSubTypes.Type(value = StationEvent.DoorJammed.class, name = "door-jammed"),
    @JsonSubTypes.Type(value = StationEvent.DoorUncertain.class, name = "door-uncertain"),
    @JsonSubTypes.Type(value = StationEvent.WrongDoor.class, name = "wrong-door"),
    @JsonSubTypes.Type(value = StationEvent.DoorForced.class, name = "door-forced"),
    @JsonSubTypes.Type(value = StationEvent.ReturnIntended.class, name = "return-intended"),
    @JsonSubTypes.Type(value = StationEvent.FlapOpened.class, name = "flap-opened"),
    @JsonSubTypes.Type(value = StationEvent.ReturnReceived.class, name = "return-received"),
    @JsonSubTypes.Type(value = StationEvent.ReturnAbandoned.class, name = "return-abandoned"),
    @JsonSubTypes.Type(value = StationEvent.ReturnUncertain.class, name = "return-uncertain"),
    @JsonSubTypes.Type(value = StationEvent.BinEmptied.class, name = "bin-emptied"),
    @JsonSubTypes.Type(value = StationEvent.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = StationEvent.HealthChanged.class, name = "health-changed"),
    @JsonSubTypes.Type(value = StationEvent.DesiredApplied.class, name = "desired-applied"),
})
public sealed interface StationEvent {

    /** Durable before the pulse: the lock of {@code door} may be pulsed once for {@code intent}. */
    record DoorIntended(IntentId intent, CompartmentId door, Purpose purpose) implements StationEvent {}

    /**
     * The door's own sensor says it is open. For a pickup the loan begins here.
     *
     * @param recovered the station had stopped in between and found the door open when it came back
     */
    record DoorOpened(IntentId intent, CompartmentId door, Purpose purpose, boolean recovered)
            implements StationEvent {}

    record DoorClosed(IntentId intent, CompartmentId door, Purpose purpose) implements StationEvent {}

    /** The person, or for a pickup the time allowed, confirmed: taken, loaded, or seen to be empty. */
    record DoorConfirmed(IntentId intent, CompartmentId door, Purpose purpose) implements StationEvent {}

    /** Pulsed as often as is allowed and the door stayed closed: no loan, and the compartment is out of use. */
    record DoorJammed(IntentId intent, CompartmentId door, Purpose purpose) implements StationEvent {}

    /** The station stopped in between and cannot know what was done. See {@link Reached} for what follows. */
    record DoorUncertain(IntentId intent, CompartmentId door, Purpose purpose, Reached reached)
            implements StationEvent {}

    /** Another door moved than the one meant. The bank is locked until staff release it. */
    record WrongDoor(IntentId intent, CompartmentId target, List<CompartmentId> changed) implements StationEvent {
        public WrongDoor {
            changed = List.copyOf(changed);
        }
    }

    /** A door was found open that nobody had been let open. */
    record DoorForced(CompartmentId door) implements StationEvent {}

    /** Durable before the pulse: the flap of {@code bin} may be opened once for {@code intent}. */
    record ReturnIntended(IntentId intent, BinId bin, ItemBarcode item) implements StationEvent {}

    record FlapOpened(IntentId intent, BinId bin, ItemBarcode item) implements StationEvent {}

    /** The drop was sensed and the flap closed: the loan ends here, at the drop's time. */
    record ReturnReceived(IntentId intent, BinId bin, ItemBarcode item) implements StationEvent {}

    /** The flap stayed shut, or closed again, and nothing had dropped: the loan goes on. */
    record ReturnAbandoned(IntentId intent, BinId bin, ItemBarcode item) implements StationEvent {}

    /** The station stopped in between: the item counts as claimed returned until staff have looked. */
    record ReturnUncertain(IntentId intent, BinId bin, ItemBarcode item) implements StationEvent {}

    /**
     * Staff took the bin's contents out and said so at the touchscreen: its count starts again from 0, because a bin has
     * a capacity and takes no more once that many have dropped. Which items they were a later batch will say.
     *
     * @param items how many the station counted in since the bin was last emptied, 0 or more; staff may have found others
     */
    record BinEmptied(BinId bin, StaffId staff, int items) implements StationEvent {
        public BinEmptied {
            Range.atLeast(0, "items", items);
        }
    }

    /**
     * Somebody was told no, and why: counted, never silent.
     *
     * @param detail what staff need to follow it up, in plain words; never a card number, PIN or name
     */
    record Refused(Refusal reason, String detail) implements StationEvent {}

    /** A part of the station began or ceased to work. {@code part} is a name as on the wall or in the configuration. */
    record HealthChanged(String part, boolean well, String words) implements StationEvent {}

    /** The station stored and from now on follows this version of {@link ServerMessage.Desired}. */
    record DesiredApplied(long version) implements StationEvent {
        public DesiredApplied {
            Range.atLeast(1, "version", version);
        }
    }

    /** How far an opening is known to have come when the station stopped. */
    enum Reached {
        /** The pulse may or may not have gone out and the door is closed: nothing is presumed taken. */
        INTENT,
        /** The door was open: presumed taken, and the compartment stays blocked until it was inspected. */
        OPEN,
        /** The door had closed again: as {@link #OPEN}. */
        CLOSED
    }

    enum Refusal {
        /** One reason for both, so that nobody learns which cards exist. */
        UNKNOWN_CARD_OR_WRONG_PIN,
        TOO_MANY_ATTEMPTS,
        UNREADABLE_BARCODE,
        NOTHING_READY,
        NOT_OUR_ITEM,
        RETURNS_CLOSED,
        BIN_FULL,
        NOT_TO_LOAD,
        NO_COMPARTMENT,
        OUT_OF_ORDER
    }
}
