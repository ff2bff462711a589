package foyer.bridge.line;

/** One end of a line in memory; what one end writes, the other reads. Closing either end loses the line for both. */
public final class MemoryLine implements Line {
    private final Inbox in;
    private final Inbox out;

    /** Both ends of one line. */
    public record Pair(MemoryLine near, MemoryLine far) {}

    private MemoryLine(Inbox in, Inbox out) {
        this.in = in;
        this.out = out;
    }

    public static Pair pair() {
        Inbox toNear = new Inbox();
        Inbox toFar = new Inbox();
        return new Pair(new MemoryLine(toNear, toFar), new MemoryLine(toFar, toNear));
    }

    @Override
    public void write(byte[] bytes) throws LineLost {
        try {
            out.add(bytes.clone());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new LineLost("interrupted while writing");
        }
        out.throwIfLost();
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    @Override
    public void close() {
        in.end("closed");
        out.end("closed at the other end");
    }
}
