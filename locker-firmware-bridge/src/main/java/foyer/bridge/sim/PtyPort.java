package foyer.bridge.sim;

import com.pty4j.unix.Pty;
import foyer.bridge.line.Inbox;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pseudo-terminal pair (Linux), raw and without echo. This is the master end; another process opens {@link #path()}
 * as its serial port.
 *
 * <p>The slave end is also held open in here: otherwise the master would be hung up on whenever the other process ends
 * or is killed, and the next one could not come back to the same path.
 */
public final class PtyPort implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(PtyPort.class);

    private final Pty pty;
    private final Termios.Handle slave;
    private final Inbox in = new Inbox();

    private PtyPort(Pty pty, Termios.Handle slave) {
        this.pty = pty;
        this.slave = slave;
    }

    /** @throws IOException if the system gives no pseudo-terminal */
    public static PtyPort open() throws IOException {
        Pty pty = new Pty();
        Termios.Handle slave;
        try {
            slave = Termios.openRaw(pty.getSlaveName());
            Termios.neverWait(pty.getMasterFD());
        } catch (IOException refused) {
            pty.close();
            throw refused;
        }
        PtyPort port = new PtyPort(pty, slave);
        Thread.ofPlatform().daemon().name("foyer-pty-" + port.path()).start(port::pump);
        return port;
    }

    /** What the other process opens, for example /dev/pts/4. */
    public String path() {
        return pty.getSlaveName();
    }

    private void pump() {
        byte[] buffer = new byte[1024];
        try {
            while (in.lost() == null) {
                int count = pty.getInputStream().read(buffer, 0, buffer.length);
                if (count < 0) {
                    in.end(path() + " is closed");
                } else {
                    in.add(Arrays.copyOf(buffer, count));
                }
            }
        } catch (IOException gone) {
            LOG.debug("{} ends", path(), gone);
            in.end(path() + " is gone");
        } catch (InterruptedException ending) {
            in.end(path() + " was left");
        }
    }

    /** As on a real wire, what nobody takes is lost when the buffer (some 4 KiB) is full; the line itself is not. */
    @Override
    public void write(byte[] bytes) throws LineLost {
        in.throwIfLost();
        try {
            pty.getOutputStream().write(bytes, 0, bytes.length);
        } catch (IOException full) {
            LOG.debug("nobody takes what is sent on {}", path(), full);
        }
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    @Override
    public void close() {
        in.end(path() + " was closed");
        slave.close();
        try {
            pty.close();
        } catch (IOException gone) {
            LOG.debug("{} was closed already", path(), gone);
        }
    }
}
