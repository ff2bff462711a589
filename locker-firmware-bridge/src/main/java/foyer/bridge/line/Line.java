package foyer.bridge.line;

/** One open line. One thread reads and writes it; any thread may close it, which frees the other. */
public interface Line extends AutoCloseable {
    /**
     * Hands all bytes to the line. Bounded: a peer that takes nothing for two seconds is a lost line.
     *
     * @throws LineLost if not all bytes were taken; some of them may have gone out
     */
    void write(byte[] bytes) throws LineLost;

    /**
     * Waits for the next bytes and returns those that are there.
     *
     * @param nanos how long to wait at most, from 0
     * @return empty if none came in time
     * @throws LineLost if the line is gone and everything that came before was read
     * @throws InterruptedException if the waiting thread is to end
     */
    byte[] read(long nanos) throws LineLost, InterruptedException;

    /** The clock that {@link #read} waits by: {@link System#nanoTime()}, unless time on this line is stepped. */
    default long now() {
        return System.nanoTime();
    }

    /** Frees whoever waits in here; may be called again. */
    @Override
    void close();
}
