package foyer.bridge.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port, 8 data bits, no parity, one stop bit, no flow control.
 *
 * <p>A port object is used for one opening only: jSerialComm resolves the path when the object is made, so after a
 * re-plug an old object could open another device. One thread of its own waits in the port for bytes, because the
 * port's time-outs come in steps of 100 ms; it ends with the port.
 */
public final class SerialLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);
    private static final long STALLED_AFTER_MILLIS = 2_000;
    /** Only how often the reading thread looks around; a byte wakes it at once. */
    private static final int READ_TIMEOUT_MILLIS = 1_000;

    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private final String path;
    private final SerialPort port;
    private final Inbox in = new Inbox();

    private SerialLine(String path, SerialPort port) {
        this.path = path;
        this.port = port;
    }

    /**
     * Opens the port and throws away what lay in its buffers: it is an answer to somebody else's question.
     *
     * @param path of the device, best from /dev/serial/by-id
     * @param baud bits per second
     * @throws LineLost if there is no such device, it may not be opened, or another program holds it
     */
    public static SerialLine open(String path, int baud) throws LineLost {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException missing) {
            LOG.debug("{} is not there", path, missing);
            throw new LineLost("there is no device " + path);
        } catch (LinkageError unloadable) {
            LOG.debug("jSerialComm", unloadable);
            throw new LineLost("the serial library cannot be loaded from " + System.getProperty("java.io.tmpdir")
                    + ": is it mounted noexec? Set -DjSerialComm.library.path");
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
        if (!port.openPort()) {
            throw new LineLost(path + " cannot be opened (error " + port.getLastErrorCode()
                    + "): is it plugged in, held by another program, or closed to this user?");
        }
        port.flushIOBuffers();
        SerialLine line = new SerialLine(path, port);
        Thread.ofPlatform().daemon().name("foyer-serial-" + path).start(line::pump);
        return line;
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
        ScheduledFuture<?> stalled = WATCHDOG.schedule(this::free, STALLED_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        int taken = port.writeBytes(bytes, bytes.length);
        stalled.cancel(false);
        if (taken != bytes.length) {
            in.end(path + " is gone");
        }
        String lost = in.lost();
        if (lost != null) {
            throw new LineLost(lost);
        }
    }

    /** A write can wait for ever on a peer that takes nothing; closing the port from here is what frees it. */
    private void free() {
        in.end(path + " takes no more bytes");
        // Not on the watchdog's own thread: closing may wait, and other lines have their stalls too.
        Thread.ofPlatform().daemon().name("foyer-free-" + path).start(this::close);
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    @Override
    public void close() {
        in.end(path + " was closed");
        if (!port.closePort()) {
            LOG.debug("{} was closed already", path);
        }
    }

    private static ScheduledThreadPoolExecutor watchdog() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("foyer-serial-watchdog").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
