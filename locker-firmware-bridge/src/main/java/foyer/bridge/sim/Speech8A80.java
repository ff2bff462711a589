package foyer.bridge.sim;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.Reply8A80;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Speaks 8A/80; a talkative board also sends an {@code 82} frame when a pulse has moved a door. */
final class Speech8A80 implements Speech {
    @Override
    public List<Integer> lengths() {
        return List.of(5, 6);
    }

    @Override
    public Optional<Answer> obey(byte[] command, SimulatedBoard board) {
        return Command8A80.of(command)
                .map(known -> known.address() == board.address() ? answer(known, board) : Answer.SILENCE);
    }

    private static Answer answer(Command8A80 command, SimulatedBoard board) {
        List<byte[]> out = new ArrayList<>();
        switch (command) {
            case Command8A80.Open(int address, int channel) -> open(board, channel, out);
            case Command8A80.OpenFor(int address, int channel, int seconds) -> open(board, channel, out);
            case Command8A80.OpenAll(int address) -> {
                for (int channel = 1; channel <= board.channels(); channel++) {
                    open(board, channel, out);
                }
            }
            case Command8A80.Query(int address, int channel) -> {
                if (channel <= board.channels()) {
                    out.add(new Reply8A80.One(address, channel, board.isShorted(channel)).bytes());
                }
            }
            case Command8A80.QueryAll(int address) ->
                out.add(new Reply8A80.All(address, board.channels(), board.contacts()).bytes());
            case Command8A80.Find(int address) -> {
                // What a board answers to it is not in any source, so nothing is made up.
            }
        }
        return new Answer(0, out);
    }

    private static void open(SimulatedBoard board, int channel, List<byte[]> out) {
        if (channel > board.channels()) {
            return;
        }
        int moved = board.pulse(channel);
        out.add(new Reply8A80.Unlocked(board.address(), channel, board.isShorted(channel)).bytes());
        if (board.isTalkative()) {
            out.add(new Reply8A80.Report(board.address(), moved, board.isShorted(moved)).bytes());
        }
    }
}
