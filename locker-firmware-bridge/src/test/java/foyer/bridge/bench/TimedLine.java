package foyer.bridge.bench;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;

/** A line that writes down when its last bytes had been handed over. */
final class TimedLine implements Line {
    private final Line line;
    private volatile long writtenAt;

    TimedLine(Line line) {
        this.line = line;
    }

    long writtenAt() {
        return writtenAt;
    }

    @Override
    public void write(byte[] bytes) throws LineLost {
        line.write(bytes);
        writtenAt = System.nanoTime();
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return line.read(nanos);
    }

    @Override
    public void close() {
        line.close();
    }
}
