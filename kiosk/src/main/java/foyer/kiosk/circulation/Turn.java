package foyer.kiosk.circulation;

import foyer.station.CompartmentId;
import foyer.station.ServerMessage.Desired;
import foyer.station.StationEvent;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision while it is being made: each fact is folded in at once, so that later rules see what earlier ones said. */
final class Turn {
    private final Now now;
    private final List<StationEvent> facts = new ArrayList<>();
    private final List<Attempts.Change> attempts = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Optional<Desired> adopt = Optional.empty();
    private Kiosk kiosk;

    Turn(Kiosk kiosk, Now now) {
        this.kiosk = kiosk;
        this.now = now;
    }

    Now now() {
        return now;
    }

    Kiosk kiosk() {
        return kiosk;
    }

    Station station() {
        return kiosk.station();
    }

    Sensors sensors() {
        return kiosk.sensors();
    }

    Visit visit() {
        return kiosk.visit();
    }

    void fact(StationEvent fact) {
        facts.add(fact);
        kiosk = kiosk.with(kiosk.station().after(fact));
    }

    void attempt(Attempts.Change change) {
        attempts.add(change);
        kiosk = kiosk.with(kiosk.attempts().after(change));
    }

    void adopt(Desired desired) {
        adopt = Optional.of(desired);
        if (!(visit() instanceof Visit.Idle)) {
            kiosk = kiosk.with(kiosk.sitting().remembering(kiosk.station().desired()));
        }
        kiosk = kiosk.with(kiosk.station().following(desired));
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void sensors(Sensors sensors) {
        kiosk = kiosk.with(sensors);
    }

    /** The visit comes to this point, and the time allowed starts again. */
    void to(Visit visit) {
        kiosk = kiosk.with(kiosk.sitting().at(visit, now.ms()));
    }

    /** The same point, the time going on. */
    void stay(Visit visit) {
        kiosk = kiosk.with(kiosk.sitting().at(visit, kiosk.sitting().since()));
    }

    /** The person has gone; the next one finds nothing of theirs. */
    void end() {
        kiosk = kiosk.with(
                new Kiosk.Sitting(kiosk.sitting().number() + 1, new Visit.Idle(false), now.ms(), Optional.empty()));
    }

    void trouble(Problem problem, Optional<CompartmentId> door, Visit then) {
        to(new Visit.InTrouble(problem, door, then));
    }

    void refuse(Refusal reason, String detail, Problem problem, Visit then) {
        fact(new Refused(reason, detail));
        trouble(problem, Optional.empty(), then);
    }

    Decision decision() {
        return new Decision(facts, attempts, adopt, effects, kiosk);
    }
}
