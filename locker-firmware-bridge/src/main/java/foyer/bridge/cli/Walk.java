package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.board.Reading;
import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The way from door to door: one pulse, the contacts' word, and the technician's. */
final class Walk {
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String STOP = "q";

    private final Command command;
    private final Hardware hardware;
    private final Contacts contacts;
    private final WalkLog log;

    Walk(Command command, Hardware hardware, Contacts contacts, WalkLog log) {
        this.command = command;
        this.hardware = hardware;
        this.contacts = contacts;
        this.log = log;
    }

    /** @throws Stopped at q; every step until then is kept */
    void walk() throws Stopped, IOException, InterruptedException {
        int number = 0;
        for (Hardware.DoorMap door : hardware.doors()) {
            number++;
            String name = door.compartment().name();
            if (!log.has(name)) {
                command.say("");
                command.say(number + " of " + hardware.doors().size() + ": " + Correction.lock(door.lock())
                        + " is pulsed, door " + name + " in the file.");
                step(name, door.lock());
            }
        }
    }

    private void step(String door, Hardware.Output lock) throws Stopped, IOException, InterruptedException {
        Map<String, Reading> before = contacts.read();
        List<Hardware.Input> changed = contacts.pulse(lock, before);
        command.say("  The contacts say: " + (changed.isEmpty() ? "nothing changed" : words(changed)) + ".");
        log.add(new WalkStep(door, lock, changed, opened()));
        awaitShut(before, changed);
    }

    private String words(List<Hardware.Input> changed) {
        return String.join(
                ", ",
                changed.stream()
                        .map(contact -> Correction.contact(contact) + " changed (" + owner(contact) + ")")
                        .toList());
    }

    private String owner(Hardware.Input contact) {
        return hardware.doors().stream()
                .filter(door -> isAt(door.sensor(), contact))
                .map(door -> "door " + door.compartment().name() + "'s in the file")
                .findFirst()
                .or(() -> hardware.returnBins().stream()
                        .filter(bin -> isAt(bin.flapSensor(), contact))
                        .map(bin -> "bin " + bin.name() + "'s in the file")
                        .findFirst())
                .orElse("in no statement of the file");
    }

    private static boolean isAt(Hardware.Input one, Hardware.Input other) {
        return one.board().equals(other.board()) && one.channel() == other.channel();
    }

    private String opened() throws Stopped, InterruptedException {
        List<String> doors =
                hardware.compartments().stream().map(door -> door.name()).toList();
        List<String> bins = hardware.bins().stream().map(bin -> "bin " + bin).toList();
        while (true) {
            String answer = command.ask("  Which door opened?");
            if (answer.equals(STOP)) {
                throw new Stopped("Stopped. What is done so far is kept; the next walk goes on there.");
            }
            if (answer.equals(WalkStep.NOTHING) || doors.contains(answer) || bins.contains(answer)) {
                return answer;
            }
            command.say("  There is no door '" + answer + "' in the file. Write one of " + String.join(", ", doors)
                    + (bins.isEmpty() ? "" : ", " + String.join(", ", bins)) + ", - or q.");
        }
    }

    /** A door that shuts while the next lock is pulsed would be taken for its effect. */
    private void awaitShut(Map<String, Reading> before, List<Hardware.Input> changed)
            throws Stopped, LineLost, InterruptedException {
        boolean told = false;
        while (contacts.changed(before, contacts.read()).stream().anyMatch(changed::contains)) {
            if (!told) {
                command.say("  Shut it again; Enter goes on if its contact does not notice.");
                told = true;
            }
            Optional<Answers.Answer> answer = within(LOOK);
            if (answer.isPresent()) {
                return;
            }
        }
    }

    /** Enter; empty if none came in time. */
    private Optional<Answers.Answer> within(long nanos) throws Stopped, InterruptedException {
        return switch (command.surroundings.in().within(nanos)) {
            case Answers.Answer.Line line
            when line.text().equals(STOP) ->
                throw new Stopped("Stopped. What is done so far is kept; the next walk goes on there.");
            case Answers.Answer.Line line -> Optional.of(line);
            case Answers.Answer.Nothing nothing -> Optional.empty();
            case Answers.Answer.Ended ended -> throw new Stopped("the input ended; nothing more is done");
        };
    }
}
