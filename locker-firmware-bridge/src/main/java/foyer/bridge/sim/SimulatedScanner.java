package foyer.bridge.sim;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial scanner: sends what it is given, with the end it is set to. With no line connected a scan is lost. */
public final class SimulatedScanner {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedScanner.class);

    private final AtomicReference<Line> line = new AtomicReference<>();
    private volatile String end = "\r";

    /** What follows each scan; CR from the factory, empty for none. */
    public void end(String suffix) {
        end = suffix;
    }

    public void scan(String text) {
        raw((text + end).getBytes(StandardCharsets.UTF_8));
    }

    /** Any bytes, for what a scanner should not send. */
    public void raw(byte[] bytes) {
        Line connected = line.get();
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

    void connect(Line newLine) {
        Line before = line.getAndSet(newLine);
        if (before != null) {
            before.close();
        }
    }

    void disconnect() {
        Line before = line.getAndSet(null);
        if (before != null) {
            before.close();
        }
    }
}
