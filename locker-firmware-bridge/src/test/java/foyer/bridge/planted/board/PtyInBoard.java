package foyer.bridge.planted.board;

import com.pty4j.unix.Pty;
import java.io.IOException;

/** Planted: a board driver that makes itself a pseudo-terminal. */
public final class PtyInBoard {
    private PtyInBoard() {}

    public static Pty pty() throws IOException {
        return new Pty();
    }
}
