package foyer.bridge.sim;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Boards at the far end of one line: every one hears each byte, and who speaks at the same time garbles the others. */
final class SimulatedBoards {
    private final List<SimulatedBoard> boards;

    /**
     * What goes out on the line.
     *
     * @param late how long after the byte that it answers
     * @param pieces frames, or what is left of several
     */
    record Said(Duration late, List<byte[]> pieces) {
        Said {
            pieces = List.copyOf(pieces);
        }
    }

    private record Voiced(SimulatedBoard board, Voice.Burst burst) {
        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            burst.frames().forEach(out::writeBytes);
            return out.toByteArray();
        }
    }

    SimulatedBoards(List<SimulatedBoard> boards) {
        this.boards = List.copyOf(boards);
    }

    /** Whether the line gives back what is written to it. */
    boolean echo() {
        return boards.stream().anyMatch(SimulatedBoard::echoes);
    }

    /** The line was idle: half a command is none. */
    void idle() {
        boards.forEach(SimulatedBoard::idle);
    }

    /** What is said to one more byte, the soonest first; nothing nearly always. */
    List<Said> hear(byte heard) {
        List<Voiced> voices = new ArrayList<>();
        for (SimulatedBoard board : boards) {
            Voice.Burst burst = board.hear(heard);
            if (!burst.frames().isEmpty()) {
                voices.add(new Voiced(board, burst));
            }
        }
        return voices.isEmpty() ? List.of() : inTurn(voices);
    }

    /** Who is ready at the same time and in the same turn speaks at the same time. */
    private static List<Said> inTurn(List<Voiced> voices) {
        SortedMap<Duration, SortedMap<Integer, List<Voiced>>> byTime = new TreeMap<>();
        for (Voiced voice : voices) {
            byTime.computeIfAbsent(voice.burst().late(), late -> new TreeMap<>())
                    .computeIfAbsent(voice.burst().turn(), turn -> new ArrayList<>())
                    .add(voice);
        }
        List<Said> said = new ArrayList<>();
        byTime.forEach((late, turns) -> turns.values().forEach(together -> said.add(new Said(late, spoken(together)))));
        return said;
    }

    private static List<byte[]> spoken(List<Voiced> together) {
        if (together.size() > 1
                && together.stream().allMatch(voice -> voice.board().onWire())) {
            return List.of(
                    Collision.garbled(together.stream().map(Voiced::bytes).toList()));
        }
        return together.stream()
                .flatMap(voice -> voice.burst().frames().stream())
                .toList();
    }
}
