package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SimulatedWall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands that work simulated doors, bins, scanners and faults: one per line, as {@code jam 3}. */
final class SimulationPrompt {
    static final String HELP = """
            open DOOR          it is opened by key, without a pulse
            close DOOR         it is shut
            jam DOOR           its lock is pulsed and it stays shut;  free DOOR ends it
            swap DOOR DOOR     the locks' wires of two doors on one board are swapped
            flap-open BIN      the flap is opened by key;  flap-close BIN shuts it
            drop BIN           something falls through the beam
            full BIN           the level sensor is covered;  room BIN uncovers it
            take BIN           the container is taken out;  put BIN puts it back
            tamper NAME on|off the cabinet is opened;  power NAME on|off: the mains
            noise on|off       every board's answers come with noise
            silent on|off      every board is silent
            late MILLIS        every board answers so late
            echo on|off        every line gives back what is written to it
            scan TEXT          the first scanner reads it;  scan@NAME TEXT another one
            doors              where each door stands, and how often its lock was pulsed
            quit               ends the simulation""";

    private final Command command;
    private final Hardware hardware;
    private final SimulatedWall wall;

    SimulationPrompt(Command command, Hardware hardware, SimulatedWall wall) {
        this.command = command;
        this.hardware = hardware;
        this.wall = wall;
    }

    /** @return whether it was ended by its input, and not by Ctrl-C */
    boolean run() {
        try {
            while (true) {
                switch (command.surroundings.in().next()) {
                    case Answers.Answer.Line(String text) -> {
                        if (text.equals("quit")) {
                            return true;
                        }
                        take(text);
                    }
                    case Answers.Answer.Ended ended -> {
                        return true;
                    }
                    case Answers.Answer.Nothing nothing -> throw new IllegalStateException("waited for ever");
                }
            }
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private void take(String line) {
        if (line.isEmpty()) {
            return;
        }
        try {
            String[] words = line.split("\\s+", 2);
            obey(words[0], words.length > 1 ? words[1] : "");
        } catch (IllegalArgumentException wrong) {
            command.say(wrong.getMessage() + "; 'help' lists the commands");
        }
    }

    private void obey(String word, String rest) {
        switch (word) {
            case "help" -> command.say(HELP);
            case "doors" -> doors();
            case "open" -> contact(door(rest).sensor(), SimulatedBoard::openDoor);
            case "close" -> wall.closeDoor(rest);
            case "jam" -> wall.jam(rest, true);
            case "free" -> wall.jam(rest, false);
            case "swap" -> swap(rest);
            case "flap-open" -> contact(bin(rest).flapSensor(), SimulatedBoard::openDoor);
            case "flap-close" -> wall.closeFlap(rest);
            case "drop" -> wall.drop(rest);
            case "full" -> wall.level(rest, true);
            case "room" -> wall.level(rest, false);
            case "take" -> wall.container(rest, false);
            case "put" -> wall.container(rest, true);
            case "tamper" -> wall.tamper(first(rest), isOn(second(rest)));
            case "power" -> wall.power(first(rest), isOn(second(rest)));
            case "noise" -> boards(board -> board.noise(isOn(rest)));
            case "silent" -> boards(board -> board.silent(isOn(rest)));
            case "late" -> boards(board -> board.late(Duration.ofMillis(millis(rest))));
            case "echo" -> boards(board -> board.echo(isOn(rest)));
            case "scan" ->
                scan(
                        hardware.scanners().isEmpty()
                                ? ""
                                : hardware.scanners().getFirst().name(),
                        rest);
            default -> {
                if (!word.startsWith("scan@")) {
                    throw new IllegalArgumentException("'" + word + "' is no command");
                }
                scan(word.substring("scan@".length()), rest);
            }
        }
        if (!word.equals("help") && !word.equals("doors")) {
            command.say("done");
        }
    }

    private void doors() {
        Table table = new Table();
        for (Hardware.DoorMap door : hardware.doors()) {
            String name = door.compartment().name();
            table.row("door " + name, wall.isDoorOpen(name) ? "open" : "closed", wall.pulses(name) + " pulses");
        }
        for (String bin : hardware.bins()) {
            table.row("bin " + bin, wall.isFlapOpen(bin) ? "open" : "closed", wall.flapPulses(bin) + " pulses");
        }
        table.lines(Integer.MAX_VALUE).forEach(command::say);
    }

    private void swap(String rest) {
        Hardware.DoorMap one = door(first(rest));
        Hardware.DoorMap other = door(second(rest));
        if (!one.lock().board().equals(other.lock().board())) {
            throw new IllegalArgumentException("these doors hang on two boards");
        }
        SimulatedBoard board = wall.board(one.lock().board());
        board.wrongDoor(one.lock().channel(), other.sensor().channel());
        board.wrongDoor(other.lock().channel(), one.sensor().channel());
    }

    private void scan(String scanner, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("write what is scanned, as in: scan 33191000105864");
        }
        wall.scanner(scanner).scan(text);
    }

    private interface Work {
        void on(SimulatedBoard board, int channel);
    }

    private void contact(Hardware.Input contact, Work work) {
        work.on(wall.board(contact.board()), contact.channel());
    }

    private void boards(Consumer<SimulatedBoard> work) {
        List<SimulatedBoard> boards = new ArrayList<>();
        hardware.boards().forEach(board -> boards.add(wall.board(board.name())));
        boards.forEach(work);
    }

    private Hardware.DoorMap door(String name) {
        return hardware.doors().stream()
                .filter(door -> door.compartment().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no door '" + name + "'"));
    }

    private Hardware.BinMap bin(String name) {
        return hardware.returnBins().stream()
                .filter(bin -> bin.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no bin '" + name + "'"));
    }

    private static String first(String rest) {
        return rest.split("\\s+", 2)[0];
    }

    private static String second(String rest) {
        String[] words = rest.split("\\s+", 2);
        return words.length > 1 ? words[1] : "";
    }

    private static boolean isOn(String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("'" + word + "' is neither on nor off");
        };
    }

    private static int millis(String word) {
        if (!word.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + word + "' is no number of milliseconds");
        }
        return Integer.parseInt(word);
    }
}
