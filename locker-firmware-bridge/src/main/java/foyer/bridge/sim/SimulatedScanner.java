package foyer.bridge.sim;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial scanner: sends what it is given, with the end it is set to. With no line connected a scan is lost. */
public final class SimulatedScanner {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedScanner.class);

    private @Nullable Line line;
    private volatile String end = "\r";

    /** What follows each scan; CR from the factory, empty for none. */
    public void end(String suffix) {
        end = suffix;
    }

    public void scan(String text) {
        raw((text + end).getBytes(StandardCharsets.UTF_8));
    }

    /** Any bytes, for what a scanner should not send. */
    public synchronized void raw(byte[] bytes) {
        Line connected = line;
        if (connected == null) {
            LOG.debug("a scan with no line connected");
            return;
        }
        try {
            connected.write(bytes);
        } catch (LineLost lost) {
            LOG.debug("a scan was lost: {}", lost.getMessage());
        }
    }

    synchronized void connect(Line newLine) {
        disconnect();
        line = newLine;
    }

    synchronized void disconnect() {
        Line before = line;
        line = null;
        if (before != null) {
            before.close();
        }
    }
}
