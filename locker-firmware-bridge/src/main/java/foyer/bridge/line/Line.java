package foyer.bridge.line;

/** One open line. One thread reads and writes it; any thread may close it, which frees the other. */
public interface Line extends Source {
    /**
     * Hands all bytes to the line. Bounded: a peer that takes nothing for two seconds is a lost line.
     *
     * @throws LineLost if not all bytes were taken; some of them may have gone out
     */
    void write(byte[] bytes) throws LineLost;

    /** The clock that {@link #read} waits by: {@link System#nanoTime()}, unless time on this line is stepped. */
    default long now() {
        return System.nanoTime();
    }
}
