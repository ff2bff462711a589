package foyer.bridge.sim;

import foyer.bridge.frame.CommandCu48;
import foyer.bridge.frame.ReplyCu48;
import java.util.List;
import java.util.Optional;

/** Speaks as KERONG's CU48. No source shows that it answers an unlock. */
final class SpeechCu48 implements Speech {
    @Override
    public List<Integer> lengths() {
        return List.of(6);
    }

    @Override
    public Optional<Answer> obey(byte[] command, SimulatedBoard board) {
        return CommandCu48.of(command)
                .map(known -> known.board() == board.address() ? answer(known, board) : Answer.SILENCE);
    }

    private static Answer answer(CommandCu48 command, SimulatedBoard board) {
        return switch (command) {
            case CommandCu48.Status(int number) -> Answer.of(new ReplyCu48.Status(number, board.contacts(), 0).bytes());
            case CommandCu48.Unlock(int number, int channel) -> {
                if (channel <= board.channels()) {
                    var unused = board.pulse(channel);
                }
                yield Answer.SILENCE;
            }
        };
    }
}
