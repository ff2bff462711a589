package foyer.server.circulation;

import foyer.station.StationEvent;

/** An event's type name, as the protocol writes it and the pages look up their words by it. */
public final class EventKind {
    private EventKind() {}

    public static String of(StationEvent event) {
        return switch (event) {
            case StationEvent.DoorIntended e -> "door-intended";
            case StationEvent.DoorOpened e -> "door-opened";
            case StationEvent.DoorClosed e -> "door-closed";
            case StationEvent.DoorConfirmed e -> "door-confirmed";
            case StationEvent.DoorJammed e -> "door-jammed";
            case StationEvent.DoorUncertain e -> "door-uncertain";
            case StationEvent.WrongDoor e -> "wrong-door";
            case StationEvent.DoorForced e -> "door-forced";
            case StationEvent.ReturnIntended e -> "return-intended";
            case StationEvent.FlapOpened e -> "flap-opened";
            case StationEvent.ReturnReceived e -> "return-received";
            case StationEvent.ReturnAbandoned e -> "return-abandoned";
            case StationEvent.ReturnUncertain e -> "return-uncertain";
            case StationEvent.BinEmptied e -> "bin-emptied";
            case StationEvent.Refused e -> "refused";
            case StationEvent.HealthChanged e -> "health-changed";
            case StationEvent.DesiredApplied e -> "desired-applied";
        };
    }
}
