package foyer.bridge.board;

import foyer.bridge.line.LineLost;

/** The boards of one line, open: bytes on a wire, or the pins of a computer. For one thread, but any may close it. */
public interface Bus extends AutoCloseable {
    /** @param name as the hardware file calls it */
    Board board(String name);

    /** Lets the time pass, taking what comes unasked. */
    void listen(long nanos) throws LineLost, InterruptedException;

    /** The clock of its readings and waits: {@link System#nanoTime()}, unless time on its line is stepped. */
    default long now() {
        return System.nanoTime();
    }

    /** Bytes that were neither answers nor echo nor reports, since it was opened. */
    long skipped();

    /** Whether the line gives back what is written to it. */
    boolean echoes();

    /** Switches off what it holds on; may be called again. */
    @Override
    void close();
}
