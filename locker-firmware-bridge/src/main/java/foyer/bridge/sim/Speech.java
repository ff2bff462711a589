package foyer.bridge.sim;

import java.util.List;
import java.util.Optional;

/** How one kind of board speaks: it obeys what comes as bytes and answers in bytes. What it does is the board's. */
sealed interface Speech permits Speech8A80, SpeechCu16, SpeechCu48, SpeechModbusRtu, SpeechModbusTcp {
    /** How many bytes a command has; of several, the shorter first. */
    List<Integer> lengths();

    /** Does what these bytes command; empty if they are no command, and silence if there is nothing to say to it. */
    Optional<Answer> obey(byte[] command, SimulatedBoard board);

    /** Whether boards that speak at once garble each other's bytes, and bits can be spoilt on the way. */
    default boolean onWire() {
        return true;
    }

    /**
     * What goes out on the line.
     *
     * @param turn boards that answer the same command in different turns do not speak at once
     */
    record Answer(int turn, List<byte[]> frames) {
        static final Answer SILENCE = new Answer(0, List.of());

        public Answer {
            frames = List.copyOf(frames);
        }

        static Answer of(byte[] frame) {
            return new Answer(0, List.of(frame));
        }
    }
}
