package foyer.bridge.planted.board;

import java.lang.foreign.Linker;

/** Planted: a board driver that calls the C library by itself. */
public final class ForeignInBoard {
    private ForeignInBoard() {}

    public static Linker linker() {
        return Linker.nativeLinker();
    }
}
