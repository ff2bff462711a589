package foyer.bridge.planted.frame;

/** Planted: a frame that waits. */
public final class ThreadInFrame {
    private ThreadInFrame() {}

    public static void await(Thread other) throws InterruptedException {
        other.join();
    }
}
