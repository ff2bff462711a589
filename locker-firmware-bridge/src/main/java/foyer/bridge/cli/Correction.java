package foyer.bridge.cli;

import foyer.bridge.Hardware;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a walk says about a hardware file. Computes only.
 *
 * @param doors those whose lock or contact is elsewhere or the other way round than the file says, as they are
 * @param changes in words
 * @param problems what no file can mend, in words with what to do
 */
record Correction(Map<String, Wiring> doors, List<String> changes, List<String> problems) {
    /** Where a door's lock and contact really are. */
    record Wiring(Hardware.Output lock, Hardware.Input sensor) {}

    Correction {
        doors = Map.copyOf(doors);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    static Correction of(Hardware hardware, List<WalkStep> steps) {
        Reckoning reckoning = new Reckoning(hardware);
        steps.forEach(reckoning::take);
        return reckoning.result();
    }

    static String contact(Hardware.Input input) {
        return "contact " + input.channel() + " of board " + input.board();
    }

    static String lock(Hardware.Output output) {
        return "channel " + output.channel() + " of board " + output.board();
    }

    /** Goes through the steps once. */
    private static final class Reckoning {
        private final Map<String, Hardware.DoorMap> file = new LinkedHashMap<>();
        private final Map<String, Wiring> learned = new HashMap<>();
        private final List<String> problems = new ArrayList<>();

        Reckoning(Hardware hardware) {
            hardware.doors().forEach(door -> file.put(door.compartment().name(), door));
        }

        void take(WalkStep step) {
            String where = lock(step.pulsed());
            Hardware.DoorMap opened = file.get(step.opened());
            if (step.openedNothing()) {
                problems.add(where + ", door " + step.door() + "'s in the file, opened nothing"
                        + (step.changed().isEmpty()
                                ? ": look at the lock, its wires and its supply"
                                : ", and yet " + contacts(step) + " changed: look at the contact's wires"));
            } else if (opened == null) {
                problems.add(where + ", door " + step.door() + "'s in the file, opened " + step.opened()
                        + ": put its wires where they belong, or write the bin's channel");
            } else if (learned.containsKey(step.opened())) {
                problems.add(
                        where + " opened door " + step.opened() + " too, as another channel did: look at its wires");
            } else {
                learned.put(step.opened(), new Wiring(step.pulsed(), sensor(step, opened)));
            }
        }

        private Hardware.Input sensor(WalkStep step, Hardware.DoorMap opened) {
            Hardware.Input inFile = opened.sensor();
            String door = "door " + opened.compartment().name();
            Optional<Hardware.Input> own = step.changed().stream()
                    .filter(contact -> contact.board().equals(inFile.board()) && contact.channel() == inFile.channel())
                    .findFirst();
            if (step.changed().isEmpty()) {
                problems.add(door + " opened and no contact changed: look at its contact's wires");
                return inFile;
            }
            if (step.changed().size() > 1) {
                problems.add(
                        door + " opened and " + contacts(step) + " changed together: look for a short between them");
                return own.orElse(inFile);
            }
            Hardware.Input seen = step.changed().getFirst();
            if (!seen.board().equals(step.pulsed().board())) {
                problems.add(door + " has its lock on board " + step.pulsed().board() + " and its contact on board "
                        + seen.board() + ": wire both to one board");
                return inFile;
            }
            return seen;
        }

        private static String contacts(WalkStep step) {
            return String.join(
                    " and ", step.changed().stream().map(Correction::contact).toList());
        }

        Correction result() {
            Map<String, Wiring> doors = new LinkedHashMap<>();
            List<String> changes = new ArrayList<>();
            file.forEach((name, door) -> {
                Wiring wiring = learned.get(name);
                if (wiring != null && !wiring.equals(new Wiring(door.lock(), door.sensor()))) {
                    doors.put(name, wiring);
                    changes.addAll(changes("door " + name, door, wiring));
                }
            });
            return new Correction(doors, changes, problems);
        }

        private static List<String> changes(String door, Hardware.DoorMap file, Wiring wiring) {
            List<String> words = new ArrayList<>();
            if (!wiring.lock().equals(file.lock())) {
                words.add(door + ": its lock is on " + lock(wiring.lock()) + ", not " + lock(file.lock()));
            }
            Hardware.Input was = file.sensor();
            Hardware.Input is = wiring.sensor();
            if (!is.board().equals(was.board()) || is.channel() != was.channel()) {
                words.add(door + ": its contact is " + contact(is) + ", not " + contact(was));
            }
            if (is.closedWhenShorted() != was.closedWhenShorted()) {
                words.add(door + ": its contact says " + HardwareText.closed(is) + " when closed, not "
                        + HardwareText.closed(was));
            }
            return words;
        }
    }
}
