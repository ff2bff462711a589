package foyer.bridge.proof;

import foyer.bridge.HardwareFault;
import foyer.bridge.Opening;
import foyer.bridge.Position;
import foyer.bridge.SteppedStation;
import foyer.bridge.line.LineLost;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SteppedBoards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line with boards drawn by chance, and openings on it one after another; all of it follows from the seed. */
final class Trial {
    static final int OPENINGS = 40;
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(40);
    /** A silent board is asked once a second; then all that was late is over, too. */
    private static final long NOTICED_WITHIN = TimeUnit.MILLISECONDS.toNanos(2_500);

    private static final int ROUNDS_IN_NOISE = 6;

    private final Kind kind;
    private final long seed;
    private final Flaw flaw;
    private final Tally tally;
    private final SplittableRandom random;
    private final Wall wall;
    private final boolean echo;
    private final NoisyLine line;
    private final SteppedStation station;
    private final List<Kind.Pulse> pulses = new ArrayList<>();
    private BitSet closedAtPulse = new BitSet();
    private BitSet openAtOutcome = new BitSet();

    private Trial(Kind kind, long seed, Flaw flaw, Tally tally) throws HardwareFault, LineLost, InterruptedException {
        this.kind = kind;
        this.seed = seed;
        this.flaw = flaw;
        this.tally = tally;
        this.random = new SplittableRandom(seed);
        this.wall = Wall.draw(kind, random);
        this.echo = random.nextInt(4) == 0;
        wall.boards.forEach(board -> board.echo(echo));
        this.line = new NoisyLine(kind, new SteppedBoards(wall.boards), random.split(), tally, this::pulsed);
        // A line is opened when it is mounted, or found again; noise at that moment is as likely as at any other.
        this.line.calm(random.nextBoolean());
        this.station = SteppedStation.open(wall.hardware, line, flaw.opener().apply(wall.hardware), flaw.driver());
    }

    /** @throws Violated if a promise is broken */
    static void run(Kind kind, long seed, Flaw flaw, Tally tally) {
        try {
            Trial trial = new Trial(kind, seed, flaw, tally);
            trial.settle();
            for (int i = 0; i < OPENINGS; i++) {
                trial.open();
            }
        } catch (HardwareFault | LineLost broken) {
            throw new IllegalStateException("a trial of " + kind + " with seed " + seed, broken);
        } catch (InterruptedException ending) {
            throw new IllegalStateException("interrupted", ending);
        }
    }

    private void open() throws LineLost, InterruptedException {
        Wall.Door target = wall.doors.get(random.nextInt(wall.doors.size()));
        line.calm(false);
        drawFaults(target);
        BitSet before = wall.open();
        int pulled = target.board().openedPulses(target.channel());
        pulses.clear();
        station.open(
                target.name(), outcome -> judge(target, before, flaw.judge().apply(target.name(), outcome)));
        if (target.board().openedPulses(target.channel()) - pulled > pulses.size()) {
            tally.move("target pulsed by the line, too");
        }
        mend(target);
        settle();
    }

    private void pulsed(Kind.Pulse pulse) {
        pulses.add(pulse);
        closedAtPulse = held(Position.CLOSED);
    }

    private void judge(Wall.Door target, BitSet before, Opening outcome) {
        openAtOutcome = wall.open();
        BitSet moved = without(openAtOutcome, before);
        check(pulses.size() <= 1, () -> pulses.size() + " pulses were sent to open " + target);
        check(pulses.stream().allMatch(target.pulse()::equals), () -> pulses + " were sent to open " + target);
        check(pulses.isEmpty() == outcome instanceof Opening.NotPulsed, () -> outcome + " after " + pulses);
        BitSet seen = both(held(Position.OPEN), closedAtPulse);
        switch (outcome) {
            case Opening.Opened opened -> {
                check(moved.get(target.number()), () -> target + " did not move, and is told as " + opened);
                check(seen.equals(bit(target)), () -> opened + " is told while " + seen + " are seen open");
            }
            case Opening.WrongDoor wrong ->
                check(!seen.equals(bit(target)), () -> wrong + " is told while only it is seen open");
            case Opening.Jammed jammed ->
                check(seen.isEmpty(), () -> jammed + " is told while " + seen + " are seen open");
            case Opening.NotConfirmed unknown -> tally.move("board silent after its pulse");
            case Opening.NotPulsed refused -> tally.move("not pulsed");
        }
        count(target, outcome, moved);
    }

    private void count(Wall.Door target, Opening outcome, BitSet moved) {
        BitSet others = without(moved, bit(target));
        tally.outcome(outcome.getClass().getSimpleName());
        if (outcome instanceof Opening.WrongDoor && others.isEmpty()) {
            tally.falseAlarm(!moved.isEmpty());
        }
        if (moved.get(target.number()) && outcome instanceof Opening.Jammed) {
            tally.move("target moved and was told as jammed");
        }
        others.stream().forEach(other -> tally.move("wrong doors that moved"));
        boolean told = outcome instanceof Opening.WrongDoor;
        without(others, held(Position.OPEN)).stream().forEach(other -> tally.move("  not seen yet at the outcome"));
        both(others, held(Position.OPEN)).stream()
                .forEach(other -> tally.move(told ? "  told by the outcome" : "  held open at the outcome"));
    }

    /** Every door that stands open must be held open before anybody closes it. */
    private void settle() throws LineLost, InterruptedException {
        for (int round = 0; round < ROUNDS_IN_NOISE && !isNoticed(); round++) {
            round();
        }
        without(wall.open(), openAtOutcome).stream()
                .forEach(door -> tally.move("doors opened by noise between openings"));
        if (!isNoticed() || random.nextInt(4) == 0) {
            line.calm(true);
            long until = line.now() + NOTICED_WITHIN;
            while (!isTrue() && line.now() < until) {
                round();
            }
            check(isTrue(), () -> wall.open() + " stand open, and " + held(Position.OPEN) + " are held open");
        }
        wall.doors.forEach(door -> door.board().closeDoor(door.channel()));
        openAtOutcome = new BitSet();
        line.calm(random.nextInt(4) == 0);
        for (int rounds = random.nextInt(4); rounds > 0; rounds--) {
            round();
        }
    }

    private void round() throws LineLost, InterruptedException {
        long began = line.now();
        station.round();
        line.pass(ROUND - (line.now() - began));
    }

    private boolean isNoticed() {
        return without(wall.open(), held(Position.OPEN)).isEmpty();
    }

    private boolean isTrue() {
        BitSet open = wall.open();
        BitSet closed = new BitSet();
        closed.set(0, wall.doors.size());
        return open.equals(held(Position.OPEN)) && without(closed, open).equals(held(Position.CLOSED));
    }

    private BitSet held(Position position) {
        List<Position> positions = station.positions();
        BitSet held = new BitSet();
        for (int door = 0; door < positions.size(); door++) {
            held.set(door, positions.get(door) == position);
        }
        return held;
    }

    private static BitSet bit(Wall.Door door) {
        BitSet bit = new BitSet();
        bit.set(door.number());
        return bit;
    }

    private static BitSet without(BitSet all, BitSet some) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(some);
        return rest;
    }

    private static BitSet both(BitSet some, BitSet others) {
        BitSet common = (BitSet) some.clone();
        common.and(others);
        return common;
    }

    private void check(boolean kept, Supplier<String> otherwise) {
        if (!kept) {
            throw new Violated(kind, seed, otherwise.get());
        }
    }

    /** What the boards and doors of this opening suffer from. */
    private void drawFaults(Wall.Door target) {
        for (SimulatedBoard board : wall.boards) {
            if (strikes(0.1, Fault.LATE_BOARD)) {
                board.late(Duration.ofMillis(random.nextInt(400)));
            }
            if (strikes(0.03, Fault.SILENT_BOARD)) {
                board.silent(true);
            }
        }
        if (strikes(0.03, Fault.SILENT_AFTER_PULSE)) {
            target.board().silentAfterPulse(true);
        }
        if (strikes(0.08, Fault.STUCK_DOOR)) {
            target.board().stuck(target.channel(), true);
        }
        if (strikes(0.05, Fault.WRONG_WIRING)) {
            target.board().wrongDoor(target.channel(), 1 + random.nextInt(target.channel()));
        }
        if (strikes(0.3, Fault.REPORTING_BOARD)) {
            target.board().reports(true);
        }
        if (echo) {
            tally.count(Fault.ECHOING_LINE);
        }
    }

    private boolean strikes(double likely, Fault fault) {
        boolean does = random.nextDouble() < likely;
        if (does) {
            tally.count(fault);
        }
        return does;
    }

    private void mend(Wall.Door target) {
        for (SimulatedBoard board : wall.boards) {
            board.late(Duration.ZERO);
            board.silentAfterPulse(false);
            board.silent(false);
            board.reports(false);
        }
        target.board().stuck(target.channel(), false);
        target.board().wrongDoor(target.channel(), target.channel());
    }
}
