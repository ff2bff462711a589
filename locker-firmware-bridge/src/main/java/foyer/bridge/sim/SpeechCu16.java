package foyer.bridge.sim;

import foyer.bridge.frame.CommandCu16;
import foyer.bridge.frame.ReplyCu16;
import java.util.List;
import java.util.Optional;

/**
 * Speaks as KERONG's CU12 and CU16. Channels 1 to 16 are locks, 17 to 32 the infrared sensors beside them. A talkative
 * board acknowledges an unlock. What a board answers when its pulse or speed is set the sources do not agree on, so
 * nothing is made up.
 */
final class SpeechCu16 implements Speech {
    private static final int LOCKS = 16;

    @Override
    public List<Integer> lengths() {
        return List.of(5, 6);
    }

    @Override
    public Optional<Answer> obey(byte[] command, SimulatedBoard board) {
        return CommandCu16.of(command).map(known -> answer(known, board));
    }

    private static Answer answer(CommandCu16 command, SimulatedBoard board) {
        return switch (command) {
            case CommandCu16.Status(int number) -> number == board.address() ? status(board, false) : Answer.SILENCE;
            case CommandCu16.StatusOfAll() -> status(board, true);
            case CommandCu16.Unlock(int number, int channel) ->
                number == board.address() && channel <= board.channels() ? unlock(board, channel) : Answer.SILENCE;
            case CommandCu16.UnlockAll(int number) -> {
                for (int channel = 1; number == board.address() && channel <= locks(board); channel++) {
                    var unused = board.pulse(channel);
                }
                yield Answer.SILENCE;
            }
            case CommandCu16.QueryUnlockTime(int number) -> Answer.SILENCE;
            case CommandCu16.SetUnlockTime(int number, int units) -> Answer.SILENCE;
            case CommandCu16.SetBaud(int number, int code) -> Answer.SILENCE;
        };
    }

    private static Answer status(SimulatedBoard board, boolean toAll) {
        ReplyCu16 reply = new ReplyCu16.Status(board.address(), toAll, hooks(board), beams(board));
        // When all are asked, each waits for those before it.
        return new Answer(toAll ? board.address() : 0, List.of(reply.bytes()));
    }

    private static Answer unlock(SimulatedBoard board, int channel) {
        var unused = board.pulse(channel);
        if (!board.isTalkative()) {
            return Answer.SILENCE;
        }
        return Answer.of(new ReplyCu16.Unlocked(board.address(), channel, false, hooks(board), beams(board)).bytes());
    }

    private static int locks(SimulatedBoard board) {
        return Math.min(LOCKS, board.channels());
    }

    private static int hooks(SimulatedBoard board) {
        return (int) board.contacts() & 0xFFFF;
    }

    private static int beams(SimulatedBoard board) {
        return (int) (board.contacts() >>> LOCKS) & 0xFFFF;
    }
}
