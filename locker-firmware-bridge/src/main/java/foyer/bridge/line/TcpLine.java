package foyer.bridge.line;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port at the far end of a TCP connection, as raw bytes: ser2net's {@code raw} mode and Ethernet converters.
 * The port's speed is set over there; telnet options (RFC 2217) are not spoken.
 *
 * <p>What was written to a lost line must not arrive later, when nobody stands before the door any more: a lost
 * connection is reset, which throws away what the system still holds for it. And TCP may take a quarter of an hour to
 * notice that a peer is gone while bytes are under way, so a line that is written to and not heard for ten seconds is
 * lost too.
 */
public final class TcpLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(TcpLine.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final long SILENT_AFTER = TimeUnit.SECONDS.toNanos(10);
    /** A peer that is only listened to, as a scanner, and vanishes is noticed after 10 + 3 x 5 seconds. */
    private static final int KEEP_IDLE_SECONDS = 10;

    private static final int KEEP_INTERVAL_SECONDS = 5;
    private static final int KEEP_COUNT = 3;
    /** Frames are a few bytes; what a stuck converter is owed should be few too. */
    private static final int SEND_BUFFER_BYTES = 4_096;

    private final String name;
    private final Socket socket;
    private final long silentAfter;
    private final Inbox in = new Inbox();
    private volatile long heardAt = System.nanoTime();
    /** Since when what was written has no answer; for the writing thread. */
    private long askedAt;

    private boolean asked;

    private TcpLine(String name, Socket socket, long silentAfter) {
        this.name = name;
        this.socket = socket;
        this.silentAfter = silentAfter;
    }

    /**
     * Connects; takes three seconds at most, and what the computer needs to look up the name.
     *
     * @param host a name or an address
     * @param port 1 to 65535
     * @throws LineLost if the name is not known, or nobody accepts the connection there
     */
    public static TcpLine open(String host, int port) throws LineLost {
        return open(host, port, SILENT_AFTER);
    }

    static TcpLine open(String host, int port, long silentAfterNanos) throws LineLost {
        String name = host + ":" + port;
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new LineLost("the name " + host + " is not known in this network: check it, or write the address");
        }
        Socket socket = new Socket();
        try {
            set(socket);
            socket.connect(address, CONNECT_MILLIS);
        } catch (IOException refused) {
            LOG.debug("{} cannot be opened", name, refused);
            release(socket, name);
            throw new LineLost(name + why(refused));
        }
        TcpLine line = new TcpLine(name, socket, silentAfterNanos);
        Thread.ofPlatform().daemon().name("foyer-tcp-" + name).start(line::pump);
        return line;
    }

    private static void set(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        socket.setKeepAlive(true);
        socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_IDLE_SECONDS);
        socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_INTERVAL_SECONDS);
        socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_COUNT);
    }

    private static String why(IOException refused) {
        return switch (refused) {
            case NoRouteToHostException _ -> " cannot be reached: check the network cable and the address";
            case ConnectException _ ->
                " refuses the connection: is the converter set to be a TCP server on this port, and free of others?";
            case SocketTimeoutException _ ->
                " does not answer: check the converter's power, the network cable and the address";
            default -> " cannot be opened: " + refused.getMessage();
        };
    }

    private void pump() {
        byte[] buffer = new byte[1024];
        try {
            while (in.lost() == null) {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    in.end(name + " closed the connection");
                } else {
                    heardAt = System.nanoTime();
                    in.add(Arrays.copyOf(buffer, count));
                }
            }
        } catch (IOException gone) {
            LOG.debug("{} ends", name, gone);
            in.end(name + " broke the connection");
        } catch (InterruptedException ending) {
            in.end(name + " was left");
        }
    }

    @Override
    public void write(byte[] bytes) throws LineLost {
        noteQuestion();
        in.throwIfLost();
        ScheduledFuture<?> stalled = Stall.watch(name, this::free);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            LOG.debug("{} ends", name, gone);
            in.end(name + " broke the connection");
        } finally {
            stalled.cancel(false);
        }
        in.throwIfLost();
    }

    /** Boards are asked over and over; a peer that answers none of it for so long is not there. */
    private void noteQuestion() {
        long now = System.nanoTime();
        if (!asked || heardAt - askedAt >= 0) {
            asked = true;
            askedAt = now;
        } else if (now - askedAt >= silentAfter) {
            in.end(name + " has not been heard for " + TimeUnit.NANOSECONDS.toSeconds(silentAfter)
                    + " seconds: check the network, the converter, and the boards' power and wiring");
        }
    }

    private void free() {
        in.end(name + " takes no more bytes");
        close();
    }

    @Override
    public byte[] read(long nanos) throws LineLost, InterruptedException {
        return in.take(nanos);
    }

    /** A working connection is closed after what was written has been sent; a lost one is reset. */
    @Override
    public void close() {
        if (in.lost() != null) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException closed) {
                LOG.debug("{} was closed already", name, closed);
            }
        }
        in.end(name + " was closed");
        release(socket, name);
    }

    private static void release(Socket socket, String name) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("{} was gone when it was closed", name, gone);
        }
    }
}
