package foyer.bridge.board;

import foyer.bridge.frame.CommandCu48;
import foyer.bridge.frame.Replies;
import foyer.bridge.frame.RepliesCu48;
import foyer.bridge.frame.ReplyCu48;
import java.util.OptionalLong;

/** KERONG CU48 boards. */
public final class ProtocolCu48 implements Protocol<ReplyCu48> {
    @Override
    public byte[] question(BoardSetup board) {
        return new CommandCu48.Status(board.address()).bytes();
    }

    @Override
    public Replies<ReplyCu48> replies(int channels) {
        return new RepliesCu48();
    }

    @Override
    public OptionalLong contacts(BoardSetup asked, ReplyCu48 reply) {
        return reply instanceof ReplyCu48.Status status && status.board() == asked.address()
                ? OptionalLong.of(status.bits())
                : OptionalLong.empty();
    }

    @Override
    public byte[] pulse(BoardSetup board, int channel) {
        return new CommandCu48.Unlock(board.address(), channel).bytes();
    }
}
