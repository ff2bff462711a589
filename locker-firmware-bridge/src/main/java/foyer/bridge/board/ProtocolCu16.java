package foyer.bridge.board;

import foyer.bridge.frame.CommandCu16;
import foyer.bridge.frame.Replies;
import foyer.bridge.frame.RepliesCu16;
import foyer.bridge.frame.ReplyCu16;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * KERONG CU12 and CU16 boards, addressed 0 to 15. Whether they acknowledge a pulse is not said alike by the sources, so
 * nobody waits for it. The contacts of locks are channels 1 to 16, the infrared inputs 17 to 32.
 */
public final class ProtocolCu16 implements Protocol<ReplyCu16> {
    /** One source reports boards that stay busy when they are asked sooner after an unlock than in 100 to 200 ms. */
    private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(200);

    private static final int BEAMS_FROM = 16;

    @Override
    public byte[] question(BoardSetup board) {
        return new CommandCu16.Status(board.address()).bytes();
    }

    @Override
    public Replies<ReplyCu16> replies(int channels) {
        return new RepliesCu16();
    }

    @Override
    public OptionalLong contacts(BoardSetup asked, ReplyCu16 reply) {
        return reply instanceof ReplyCu16.Status status && status.board() == asked.address() && !status.toAll()
                ? OptionalLong.of(status.hooks() | (long) status.beams() << BEAMS_FROM)
                : OptionalLong.empty();
    }

    @Override
    public byte[] pulse(BoardSetup board, int channel) {
        return new CommandCu16.Unlock(board.address(), channel).bytes();
    }

    @Override
    public long busyNanos() {
        return BUSY;
    }
}
