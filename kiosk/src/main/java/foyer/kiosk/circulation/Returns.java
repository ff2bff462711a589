package foyer.kiosk.circulation;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.BinId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.StationEvent.FlapOpened;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import foyer.station.StationEvent.ReturnAbandoned;
import foyer.station.StationEvent.ReturnIntended;
import foyer.station.StationEvent.ReturnReceived;
import foyer.station.StationEvent.ReturnUncertain;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Returns: a scan, the flap, the drop. The loan ends when the drop was sensed and the flap is closed. */
final class Returns {
    /** A book can be falling still when the flap has closed behind it. */
    static final long FALLING_MS = 1_000;
    /** Nobody reads further back on the screen, and a list without end would be one. */
    static final int MOST_SHOWN = 50;

    private Returns() {}

    static void begin(Turn turn) {
        if (admitted(turn, new Visit.Idle(false))) {
            turn.to(new Visit.Returning(List.of()));
        }
    }

    static void scanned(Turn turn, List<Returned> before, Barcode barcode) {
        Visit back = before.isEmpty() ? new Visit.Idle(false) : new Visit.Returning(before);
        if (!barcode.ours()) {
            turn.fact(new Refused(Refusal.NOT_OUR_ITEM, "a barcode that is none of our items"));
            turn.to(new Visit.Returning(barcode.item()
                    .map(item -> and(turn, before, item, Returned.Result.NOT_OURS))
                    .orElse(before)));
        } else if (admitted(turn, back)) {
            Acceptance.bin(turn.kiosk())
                    .ifPresentOrElse(
                            bin -> pulse(turn, bin, barcode.item().orElseThrow(), before),
                            () -> Circulation.outOfOrder(turn, "no return flap can be opened", back));
        }
    }

    private static boolean admitted(Turn turn, Visit back) {
        if (turn.kiosk().storageLow()) {
            Circulation.outOfOrder(turn, "the disk is full", back);
            return false;
        }
        return switch (Acceptance.of(turn.kiosk(), turn.now())) {
            case Acceptance.Open open -> true;
            case Acceptance.Closed closed -> {
                turn.refuse(Refusal.RETURNS_CLOSED, "outside the returns hours", Problem.RETURNS_CLOSED, back);
                yield false;
            }
            case Acceptance.Full full -> {
                turn.refuse(Refusal.BIN_FULL, "every bin is full", Problem.BIN_FULL, back);
                yield false;
            }
        };
    }

    private static void pulse(Turn turn, BinId bin, ItemBarcode item, List<Returned> before) {
        IntentId intent = turn.now().fresh();
        turn.fact(new ReturnIntended(intent, bin, item));
        turn.effect(new Effect.OpenFlap(intent, bin));
        turn.to(new Visit.FlapPulsing(intent, bin, item, false, before));
    }

    static void answered(Turn turn, IntentId intent, Outcome outcome) {
        if (!(turn.visit() instanceof Visit.FlapPulsing flap) || !flap.intent().equals(intent)) {
            return;
        }
        Sensors.Reading last = turn.sensors().flap(flap.bin());
        switch (outcome) {
            case Outcome.Opened(long at) -> opened(turn, flap, at);
            case Outcome.Jammed() -> notOpened(turn, flap, last);
            case Outcome.WrongDoor wrong -> notOpened(turn, flap, last);
            case Outcome.NotPulsed(String why) -> abandoned(turn, flap);
            case Outcome.NotConfirmed() -> {
                if (last.position() == Position.UNKNOWN) {
                    turn.fact(new ReturnUncertain(intent, flap.bin(), flap.item()));
                    turn.trouble(Problem.FLAP_DID_NOT_OPEN, Optional.empty(), new Visit.Returning(flap.returned()));
                } else {
                    notOpened(turn, flap, last);
                }
            }
        }
    }

    private static void notOpened(Turn turn, Visit.FlapPulsing flap, Sensors.Reading last) {
        if (last.position() == Position.OPEN || flap.dropped()) {
            opened(turn, flap, last.at());
        } else {
            abandoned(turn, flap);
        }
    }

    private static void abandoned(Turn turn, Visit.FlapPulsing flap) {
        turn.fact(new ReturnAbandoned(flap.intent(), flap.bin(), flap.item()));
        turn.trouble(Problem.FLAP_DID_NOT_OPEN, Optional.empty(), new Visit.Returning(flap.returned()));
    }

    private static void opened(Turn turn, Visit.FlapPulsing flap, long at) {
        turn.fact(new FlapOpened(flap.intent(), flap.bin(), flap.item()));
        Visit.FlapOpen open = new Visit.FlapOpen(
                flap.intent(), flap.bin(), flap.item(), flap.dropped(), OptionalLong.empty(), false, flap.returned());
        turn.to(open);
        Sensors.Reading last = turn.sensors().flap(flap.bin());
        if (last.position() == Position.CLOSED && last.at() >= at) {
            closed(turn, open);
        } else if (last.position() != Position.OPEN) {
            turn.sensors(turn.sensors()
                    .flap(
                            flap.bin(),
                            new Sensors.Reading(Position.OPEN, at, turn.now().ms())));
        }
    }

    static void dropped(Turn turn, BinId bin) {
        switch (turn.visit()) {
            case Visit.FlapPulsing flap
            when flap.bin().equals(bin) ->
                turn.stay(new Visit.FlapPulsing(flap.intent(), bin, flap.item(), true, flap.returned()));
            case Visit.FlapOpen open
            when open.bin().equals(bin) -> {
                Visit.FlapOpen now = new Visit.FlapOpen(
                        open.intent(), bin, open.item(), true, open.closedAt(), open.recovered(), open.returned());
                turn.stay(now);
                if (now.closedAt().isPresent()) {
                    received(turn, now);
                }
            }
            case Visit elsewhere -> {}
        }
    }

    static void reported(Turn turn, Input.FlapReported report) {
        turn.sensors(turn.sensors()
                .flap(
                        report.bin(),
                        new Sensors.Reading(
                                report.position(), report.at(), turn.now().ms())));
        if (turn.visit() instanceof Visit.FlapOpen open && open.bin().equals(report.bin())) {
            switch (report.position()) {
                case CLOSED -> closed(turn, open);
                case OPEN -> turn.stay(closing(open, OptionalLong.empty()));
                case UNKNOWN -> {}
            }
        }
    }

    private static void closed(Turn turn, Visit.FlapOpen open) {
        if (open.dropped()) {
            received(turn, open);
        } else {
            turn.stay(closing(open, OptionalLong.of(turn.now().ms())));
        }
    }

    private static Visit.FlapOpen closing(Visit.FlapOpen open, OptionalLong at) {
        return new Visit.FlapOpen(
                open.intent(), open.bin(), open.item(), open.dropped(), at, open.recovered(), open.returned());
    }

    /** Time has passed at an open flap. Open it may stay as long as it likes; once closed, what did not drop did not. */
    static void tick(Turn turn, Visit.FlapOpen open) {
        Sensors.Reading flap = turn.sensors().flap(open.bin());
        long now = turn.now().ms();
        if (open.closedAt().isPresent() && now - open.closedAt().getAsLong() >= FALLING_MS) {
            notDropped(turn, open);
        } else if (flap.position() == Position.UNKNOWN && now - flap.since() >= Allowance.SENSOR_SILENT_MS) {
            turn.fact(new ReturnUncertain(open.intent(), open.bin(), open.item()));
            turn.end();
        }
    }

    private static void received(Turn turn, Visit.FlapOpen open) {
        turn.fact(new ReturnReceived(open.intent(), open.bin(), open.item()));
        turn.to(new Visit.Returning(and(turn, open.returned(), open.item(), Returned.Result.RECEIVED)));
    }

    /** After a power cut nobody knows whether it had dropped before, so it is claimed returned rather than not. */
    private static void notDropped(Turn turn, Visit.FlapOpen open) {
        if (open.recovered()) {
            turn.fact(new ReturnUncertain(open.intent(), open.bin(), open.item()));
            turn.end();
        } else {
            turn.fact(new ReturnAbandoned(open.intent(), open.bin(), open.item()));
            turn.to(new Visit.Returning(and(turn, open.returned(), open.item(), Returned.Result.NOT_DROPPED)));
        }
    }

    private static List<Returned> and(Turn turn, List<Returned> before, ItemBarcode item, Returned.Result result) {
        Returned line = new Returned(item, result, turn.now().wall());
        return Stream.concat(before.stream().skip(Math.max(0, before.size() - MOST_SHOWN + 1)), Stream.of(line))
                .toList();
    }
}
