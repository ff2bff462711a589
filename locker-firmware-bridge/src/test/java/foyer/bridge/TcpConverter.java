package foyer.bridge;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial server, or a board's own socket: whoever connects is put through to the line behind it. */
final class TcpConverter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpConverter.class);

    private final ServerSocket server;
    private final Supplier<Line> behind;
    private final AtomicReference<Optional<Socket>> caller = new AtomicReference<>(Optional.empty());

    /** @param port 0 for any */
    TcpConverter(int port, Supplier<Line> behind) throws IOException {
        this.server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        this.behind = behind;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    Line line = behind.get()) {
                caller.set(Optional.of(socket));
                Thread.ofPlatform().daemon().start(() -> answer(line, socket));
                byte[] buffer = new byte[256];
                for (int count = socket.getInputStream().read(buffer);
                        count > 0;
                        count = socket.getInputStream().read(buffer)) {
                    line.write(Arrays.copyOf(buffer, count));
                }
            } catch (IOException gone) {
                LOG.debug("whoever called has hung up, or this was closed", gone);
            }
        }
    }

    private static void answer(Line line, Socket socket) {
        try {
            while (true) {
                byte[] bytes = line.read(TimeUnit.SECONDS.toNanos(1));
                if (bytes.length > 0) {
                    socket.getOutputStream().write(bytes);
                }
            }
        } catch (LineLost closed) {
            hangUp(socket);
        } catch (IOException gone) {
            line.close();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        caller.get().ifPresent(TcpConverter::hangUp);
    }
}
