package foyer.bridge.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port, 8 data bits, no parity, one stop bit, no flow control, and nobody else's meanwhile.
 *
 * <p>A port object is used for one opening only: jSerialComm resolves the path when the object is made, so after a
 * re-plug an old object could open another device. One thread of its own waits in the port for bytes, because the
 * port's time-outs come in steps of 100 ms; it ends with the port.
 *
 * <p>Exclusive as far as Linux allows: jSerialComm locks the port (flock), which keeps out programs that lock it too,
 * and {@link PortHolder} finds those that do not, at the opening. One that opens the port later without asking for the
 * lock is not found until the next opening.
 */
public final class SerialLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);
    /** Only how often the reading thread looks around; a byte wakes it at once. */
    private static final int READ_TIMEOUT_MILLIS = 1_000;
    /** Longer than the reading thread takes to look around. */
    private static final long LEAVE_MILLIS = 2_000;

    private final String path;
    private final SerialPort port;
    private final Inbox in = new Inbox();
    private final Thread pump;

    private SerialLine(String path, SerialPort port) {
        this.path = path;
        this.port = port;
        this.pump = Thread.ofPlatform().daemon().name("foyer-serial-" + path).unstarted(this::pump);
    }

    /**
     * Opens the port and throws away what lay in its buffers: it is an answer to somebody else's question.
     *
     * @param path of the device, best from /dev/serial/by-id
     * @param baud bits per second
     * @throws LineLost if there is no such device, it may not be opened, or another program holds it
     */
    public static SerialLine open(String path, int baud) throws LineLost {
        SerialPort port = find(path);
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!port.openPort()) {
            throw new LineLost(path + PortTrouble.words(port.getLastErrorCode(), holder(path)));
        }
        // Only now: whoever opens it at the same time either sees this opening or is seen by it.
        Optional<String> holder = holder(path);
        if (holder.isPresent()) {
            close(path, port);
            throw new LineLost(path + " is held by " + holder.get() + ": end it, or give it another port");
        }
        port.flushIOBuffers();
        SerialLine line = new SerialLine(path, port);
        line.pump.start();
        return line;
    }

    private static SerialPort find(String path) throws LineLost {
        try {
            return SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException missing) {
            LOG.debug("{} is not there", path, missing);
            throw new LineLost("there is no device " + path + ": is it plugged in?");
        } catch (LinkageError unloadable) {
            LOG.debug("jSerialComm", unloadable);
            throw new LineLost("the serial library cannot be loaded from " + System.getProperty("java.io.tmpdir")
                    + ": is it mounted noexec? Set -DjSerialComm.library.path");
        }
    }

    private static Optional<String> holder(String path) {
        try {
            return PortHolder.find(Path.of(path).toRealPath());
        } catch (IOException gone) {
            LOG.debug("{} is gone", path, gone);
            return Optional.empty();
        }
    }

    private void pump() {
        byte[] buffer = new byte[1024];
        try {
            while (in.lost() == null) {
                int count = port.readBytes(buffer, buffer.length);
                if (count < 0) {
                    in.end(path + " is gone");
                } else {
                    in.add(Arrays.copyOf(buffer, count));
                }
            }
        } catch (InterruptedException ending) {
            in.end(path + " was left");
        }
    }

    @Override
    public void write(byte[] bytes) throws LineLost {
        ScheduledFuture<?> stalled = Stall.watch(path, this::free);
        int taken = port.writeBytes(bytes, bytes.length);
        stalled.cancel(false);
        if (taken != bytes.length) {
            in.end(path + " is gone");
        }
        in.throwIfLost();
    }

    /** A write can wait for ever on a peer that takes nothing; closing the port from another thread is what frees it. */
    private void free() {
        in.end(path + " takes no more bytes");
        close();
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    /**
     * Returns when the reading thread has left the port: jSerialComm keeps one place per path for the port's number,
     * so a thread left in there would read the next opening's bytes.
     */
    @Override
    public void close() {
        in.end(path + " was closed");
        close(path, port);
        boolean interrupted = Thread.interrupted();
        try {
            if (!pump.join(Duration.ofMillis(LEAVE_MILLIS))) {
                LOG.warn("{} is closed and still read from", path);
            }
        } catch (InterruptedException ending) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(String path, SerialPort port) {
        if (!port.closePort()) {
            LOG.debug("{} was closed already", path);
        }
    }
}
