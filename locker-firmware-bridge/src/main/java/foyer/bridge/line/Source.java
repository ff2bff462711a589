package foyer.bridge.line;

/** What bytes come from: an open line, or a device that is only listened to. One thread reads it; any thread may close it. */
public interface Source extends AutoCloseable {
    /**
     * Waits for the next bytes and returns those that are there.
     *
     * @param nanos how long to wait at most, from 0
     * @return empty if none came in time
     * @throws LineLost if it is gone and everything that came before was read
     * @throws InterruptedException if the waiting thread is to end
     */
    byte[] read(long nanos) throws LineLost, InterruptedException;

    /** Frees whoever waits in here; may be called again. */
    @Override
    void close();
}
