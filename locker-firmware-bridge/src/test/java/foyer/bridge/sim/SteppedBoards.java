package foyer.bridge.sim;

import java.util.List;

/** Simulated boards at the far end of a line without a thread and without waiting, for whoever steps the time. */
public final class SteppedBoards {
    private final SimulatedBoards boards;

    /**
     * What goes out on the line.
     *
     * @param late nanoseconds after the byte that it answers
     * @param pieces frames, or what is left of several
     */
    public record Said(long late, List<byte[]> pieces) {
        public Said {
            pieces = List.copyOf(pieces);
        }
    }

    public SteppedBoards(List<SimulatedBoard> boards) {
        this.boards = new SimulatedBoards(boards);
    }

    public boolean echo() {
        return boards.echo();
    }

    /** The line was idle: half a command is none. */
    public void idle() {
        boards.idle();
    }

    public List<Said> hear(byte heard) {
        return boards.hear(heard).stream()
                .map(said -> new Said(said.late().toNanos(), said.pieces()))
                .toList();
    }
}
