package foyer.kiosk.circulation;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import foyer.station.IntentId;
import foyer.station.Purpose;
import foyer.station.StationEvent.DoorClosed;
import foyer.station.StationEvent.DoorConfirmed;
import foyer.station.StationEvent.DoorIntended;
import foyer.station.StationEvent.DoorJammed;
import foyer.station.StationEvent.DoorOpened;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.HealthChanged;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.WrongDoor;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Optional;

/** A door's life, whatever it is opened for: intended, pulsed, open, closed, confirmed. */
final class Doors {
    /** Pulses for one opening, each by the person's own press; then the door counts as jammed. */
    static final int MOST_PULSES = 2;

    private Doors() {}

    static void begin(Turn turn, Job job, Visit otherwise) {
        Optional<CompartmentId> open = Shelf.standingOpen(turn.kiosk()).filter(door -> !door.equals(job.door()));
        if (open.isPresent()) {
            turn.trouble(Problem.CLOSE_DOOR_FIRST, open, otherwise);
        } else if (turn.kiosk().storageLow()) {
            Circulation.outOfOrder(turn, "the disk is full", otherwise);
        } else if (turn.station().locked() && !unlocks(turn, job)) {
            Circulation.outOfOrder(turn, "a wrong door opened and was not inspected", otherwise);
        } else {
            pulse(turn, job, 1);
        }
    }

    private static boolean unlocks(Turn turn, Job job) {
        return job.purpose() instanceof Purpose.Inspect
                && turn.station().use(job.door()) instanceof Use.Blocked blocked
                && blocked.why() == Use.Why.WRONG_DOOR;
    }

    static void retry(Turn turn, Visit.Stuck stuck) {
        pulse(turn, stuck.job(), stuck.pulses() + 1);
    }

    private static void pulse(Turn turn, Job job, int pulses) {
        IntentId intent = turn.now().fresh();
        turn.fact(new DoorIntended(intent, job.door(), job.purpose()));
        // A door that was forced open needs no pulse to be looked into.
        if (job.purpose() instanceof Purpose.Inspect && turn.sensors().position(job.door()) == Position.OPEN) {
            turn.fact(new DoorOpened(intent, job.door(), job.purpose(), false));
            turn.to(new Visit.Open(job, intent, Visit.Watch.ATTENDED, false));
            return;
        }
        turn.effect(new Effect.OpenDoor(intent, job.door()));
        turn.to(new Visit.Pulsing(job, intent, pulses));
    }

    static void answered(Turn turn, IntentId intent, Outcome outcome) {
        if (!(turn.visit() instanceof Visit.Pulsing pulsing)
                || !pulsing.intent().equals(intent)) {
            return;
        }
        Job job = pulsing.job();
        switch (outcome) {
            case Outcome.Opened(long at) -> opened(turn, job, intent, at);
            case Outcome.Jammed() -> jammed(turn, pulsing);
            case Outcome.WrongDoor wrong -> wrong(turn, pulsing, wrong);
            case Outcome.NotConfirmed() -> notConfirmed(turn, job, intent);
            case Outcome.NotPulsed(String why) -> {
                uncertain(turn, job, intent);
                turn.trouble(Problem.DOOR_DID_NOT_OPEN, Optional.of(job.door()), next(turn, job, Optional.empty()));
            }
        }
    }

    /** It may have been closed again before its opening was told here; the hardware's own clock says which was last. */
    private static void opened(Turn turn, Job job, IntentId intent, long at) {
        turn.fact(new DoorOpened(intent, job.door(), job.purpose(), false));
        Visit.Open open = new Visit.Open(job, intent, Visit.Watch.ATTENDED, false);
        turn.to(open);
        Sensors.Reading last = turn.sensors().door(job.door());
        if (last.position() == Position.CLOSED && last.at() > at) {
            closed(turn, open);
        } else if (last.position() != Position.OPEN) {
            turn.sensors(turn.sensors()
                    .door(
                            job.door(),
                            new Sensors.Reading(Position.OPEN, at, turn.now().ms())));
        }
    }

    private static void jammed(Turn turn, Visit.Pulsing pulsing) {
        Sensors.Reading last = turn.sensors().door(pulsing.job().door());
        if (last.position() == Position.OPEN) {
            opened(turn, pulsing.job(), pulsing.intent(), last.at());
        } else if (pulsing.pulses() < MOST_PULSES) {
            turn.to(new Visit.Stuck(pulsing.job(), pulsing.intent(), pulsing.pulses()));
        } else {
            giveUp(turn, pulsing.job(), pulsing.intent());
        }
    }

    /** A door that an earlier intent of this opening did open is no jam without a loan: it is to be looked into. */
    static void giveUp(Turn turn, Job job, IntentId intent) {
        if (reached(turn, job) == Reached.INTENT) {
            turn.fact(new DoorJammed(intent, job.door(), job.purpose()));
        } else {
            uncertain(turn, job, intent);
        }
        turn.trouble(Problem.DOOR_DID_NOT_OPEN, Optional.of(job.door()), next(turn, job, Optional.empty()));
    }

    private static void wrong(Turn turn, Visit.Pulsing pulsing, Outcome.WrongDoor wrong) {
        List<CompartmentId> changed = turn.kiosk().wall().compartments().stream()
                .map(CompartmentPlan::id)
                .filter(door -> wrong.changed().contains(door.value()))
                .toList();
        CompartmentId target = pulsing.job().door();
        turn.fact(new WrongDoor(pulsing.intent(), target, changed));
        Optional<CompartmentId> other =
                changed.stream().filter(door -> !door.equals(target)).findFirst();
        turn.trouble(Problem.WRONG_DOOR, other, new Visit.Idle(false));
    }

    private static void notConfirmed(Turn turn, Job job, IntentId intent) {
        Sensors.Reading last = turn.sensors().door(job.door());
        switch (last.position()) {
            case OPEN -> opened(turn, job, intent, last.at());
            case CLOSED -> {
                uncertain(turn, job, intent);
                turn.trouble(Problem.DOOR_UNKNOWN, Optional.of(job.door()), next(turn, job, Optional.empty()));
            }
            // It stays underway: the sensor's next word settles it, and meanwhile only this door is out of use.
            case UNKNOWN -> turn.trouble(Problem.DOOR_UNKNOWN, Optional.of(job.door()), new Visit.Idle(false));
        }
    }

    static void reported(Turn turn, Input.DoorReported report) {
        turn.sensors(turn.sensors()
                .door(
                        report.door(),
                        new Sensors.Reading(
                                report.position(), report.at(), turn.now().ms())));
        if (turn.visit() instanceof Visit.Open open
                && open.job().door().equals(report.door())
                && report.position() == Position.CLOSED) {
            closed(turn, open);
        } else if (turn.visit() instanceof Visit.Stuck stuck
                && stuck.job().door().equals(report.door())
                && report.position() == Position.OPEN) {
            opened(turn, stuck.job(), stuck.intent(), report.at());
        }
    }

    private static void closed(Turn turn, Visit.Open open) {
        Job job = open.job();
        turn.fact(new DoorClosed(open.intent(), job.door(), job.purpose()));
        boolean pickup = job.purpose() instanceof Purpose.Pickup;
        boolean asked =
                switch (open.watch()) {
                    case ATTENDED -> true;
                    case RECOVERED -> pickup;
                    case LEFT -> false;
                };
        if (asked) {
            turn.to(new Visit.Closed(job, open.intent(), open.watch() == Visit.Watch.RECOVERED));
            return;
        }
        if (pickup) {
            turn.fact(new DoorConfirmed(open.intent(), job.door(), job.purpose()));
        } else {
            uncertain(turn, job, open.intent());
        }
        turn.end();
    }

    static void confirmedBy(Turn turn, Visit.Closed closed, Input.Key key) {
        boolean answers =
                switch (closed.job().purpose()) {
                    case Purpose.Pickup pickup -> key == Input.Key.TAKEN || key == Input.Key.FINISH;
                    case Purpose.Load load -> key == Input.Key.LOADED;
                    case Purpose.Inspect inspect -> key == Input.Key.SEEN_EMPTY;
                };
        if (answers) {
            confirm(turn, closed);
        } else if (key == Input.Key.REOPEN && closed.job().reopenings() > 0 && !closed.recovered()) {
            begin(turn, closed.job().reopened(), closed);
        }
    }

    private static void confirm(Turn turn, Visit.Closed closed) {
        Job job = closed.job();
        turn.fact(new DoorConfirmed(closed.intent(), job.door(), job.purpose()));
        Optional<Visit.Note> note =
                switch (job.purpose()) {
                    case Purpose.Pickup pickup -> Optional.empty();
                    case Purpose.Load load -> Optional.of(Visit.Note.LOADED);
                    case Purpose.Inspect inspect -> Optional.of(Visit.Note.EMPTIED);
                };
        inventoried(turn);
        Person.leave(turn, next(turn, job, note));
    }

    /** Once staff have looked into every compartment, a lost database is made good. */
    private static void inventoried(Turn turn) {
        Station station = turn.station();
        if (!station.well(Station.DATABASE)
                && turn.kiosk().wall().compartments().stream()
                        .allMatch(plan -> station.uses().containsKey(plan.id()))) {
            turn.fact(new HealthChanged(Station.DATABASE, true, "every compartment was looked into"));
        }
    }

    /** Nobody answered: a patron has taken what was taken; what staff did not confirm is to be looked into. */
    static void unconfirmed(Turn turn, Visit.Closed closed) {
        if (closed.job().purpose() instanceof Purpose.Pickup) {
            confirm(turn, closed);
        } else {
            uncertain(turn, closed.job(), closed.intent());
            turn.end();
        }
    }

    static void uncertain(Turn turn, Job job, IntentId intent) {
        turn.fact(new DoorUncertain(intent, job.door(), job.purpose(), reached(turn, job)));
    }

    private static Reached reached(Turn turn, Job job) {
        return Optional.ofNullable(turn.station().doors().get(job.door()))
                .map(Underway.Door::atLeast)
                .orElse(Reached.INTENT);
    }

    private static Visit next(Turn turn, Job job, Optional<Visit.Note> note) {
        return switch (job.purpose()) {
            case Purpose.Pickup pickup -> Pickup.next(turn, pickup.patron(), job.chosen());
            case Purpose.Load load -> new Visit.StaffHome(load.staff(), note);
            case Purpose.Inspect inspect -> new Visit.StaffHome(inspect.staff(), note);
        };
    }
}
