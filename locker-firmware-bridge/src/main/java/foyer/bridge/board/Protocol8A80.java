package foyer.bridge.board;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.Replies;
import foyer.bridge.frame.Replies8A80;
import foyer.bridge.frame.Reply8A80;
import java.util.OptionalLong;

/** Boards with 24 or 32 channels, addressed 1 to 32; they pulse for their own time or for whole seconds. */
public final class Protocol8A80 implements Protocol<Reply8A80> {
    private static final int SECOND = 1_000;

    @Override
    public byte[] question(BoardSetup board) {
        return new Command8A80.QueryAll(board.address()).bytes();
    }

    @Override
    public Replies<Reply8A80> replies(int channels) {
        return new Replies8A80(Reply8A80.Expected.all(channels));
    }

    @Override
    public OptionalLong contacts(BoardSetup asked, Reply8A80 reply) {
        return reply instanceof Reply8A80.All all && all.address() == asked.address()
                ? OptionalLong.of(all.bits())
                : OptionalLong.empty();
    }

    @Override
    public byte[] pulse(BoardSetup board, int channel) {
        return board.pulseMillis() == 0
                ? new Command8A80.Open(board.address(), channel).bytes()
                : new Command8A80.OpenFor(board.address(), channel, board.pulseMillis() / SECOND).bytes();
    }
}
