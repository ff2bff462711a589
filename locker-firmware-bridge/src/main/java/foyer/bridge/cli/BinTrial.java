package foyer.bridge.cli;

import foyer.bridge.BinLight;
import foyer.bridge.Hardware;
import foyer.bridge.Opening;
import foyer.bridge.ReturnBin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One bin's parts tried one after another: what sensors can tell they tell, what only eyes and ears can is asked. */
final class BinTrial {
    static final String RIGHT = "right";
    static final String WRONG = "wrong";
    static final String NONE = "none";

    private final Command command;
    private final Station station;
    private final Hardware.BinMap map;
    private final ReturnBin bin;
    private final long patience;
    private final List<BinCommand.Check> checks = new ArrayList<>();

    BinTrial(Command command, Station station, Hardware.BinMap map, long patienceNanos) {
        this.command = command;
        this.station = station;
        this.map = map;
        this.patience = patienceNanos;
        this.bin = station.bridge().bins().stream()
                .filter(candidate -> candidate.name().equals(map.name()))
                .findFirst()
                .orElseThrow();
    }

    List<BinCommand.Check> run() throws Stopped, InterruptedException {
        flap();
        beam();
        awaitState("flap shut", "Shut the flap.", "flap", "closed");
        level();
        container();
        lamp("green lamp", map.signals().green() != null, BinLight.READY);
        lamp("red lamp", map.signals().red() != null, BinLight.FULL_OR_CLOSED);
        buzzer();
        return List.copyOf(checks);
    }

    private void flap() throws Stopped, InterruptedException {
        if (!command.isYes("The flap of bin " + map.name() + " is going to be opened. Go on?")) {
            throw new Stopped("not opened");
        }
        Opening opening = Station.await(bin.openFlap());
        Words.Outcome outcome = Words.of("flap", opening);
        check("flap", opening instanceof Opening.Opened, outcome.outcome() + ", " + outcome.words());
    }

    private void beam() throws InterruptedException {
        int before = station.seen().drops(map.name());
        awaitThat(
                "beam",
                "Put a book through the flap.",
                () -> station.seen().drops(map.name()) > before,
                "the beam saw it",
                "the beam saw nothing");
    }

    private void level() throws InterruptedException {
        String now = state("level");
        awaitState("level, covered", "It says '" + now + "'. Cover the level sensor.", "level", "full");
        awaitState("level, free", "Uncover the level sensor.", "level", "room");
    }

    private void container() throws InterruptedException {
        if (map.present() == null) {
            none("container");
            return;
        }
        awaitState("container, out", "Take the container out.", "container", "missing");
        awaitState("container, in", "Put the container back.", "container", "present");
    }

    private void lamp(String lamp, boolean there, BinLight light) throws Stopped, InterruptedException {
        if (!there) {
            none(lamp);
            return;
        }
        bin.show(light);
        try {
            boolean lit = command.isYes("Is the " + lamp + " lit, and it alone?");
            check(lamp, lit, lit ? "seen" : "not seen: look at its wires and its channel in the file");
        } finally {
            bin.show(BinLight.OFF);
        }
    }

    private void buzzer() throws Stopped, InterruptedException {
        if (map.signals().buzzer() == null) {
            none("buzzer");
            return;
        }
        bin.beep();
        boolean heard = command.isYes("Did the buzzer sound?");
        check("buzzer", heard, heard ? "heard" : "not heard: look at its wires and its channel in the file");
    }

    private void awaitState(String what, String todo, String part, String state) throws InterruptedException {
        awaitThat(
                what,
                todo,
                () -> state(part).equals(state),
                part + " says " + state,
                part + " does not say " + state + ": look at its wires, its channel and its closed= in the file");
    }

    private void awaitThat(String what, String todo, BooleanSupplier holds, String right, String wrong)
            throws InterruptedException {
        command.say(todo);
        boolean seen = station.seen().await(holds, patience);
        check(what, seen, seen ? right : wrong);
    }

    private String state(String part) {
        return station.seen().state(part + " " + map.name()).orElse("unknown");
    }

    private void none(String what) {
        checks.add(new BinCommand.Check(what, NONE, "this bin has none"));
    }

    private void check(String what, boolean right, String words) {
        checks.add(new BinCommand.Check(what, right ? RIGHT : WRONG, words));
        command.say("  " + what + ": "
                + (right ? command.style().good(RIGHT) : command.style().bad(WRONG)) + ", " + words);
    }
}
