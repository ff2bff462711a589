package foyer.bridge.sim;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ports of this computer behind which lines are, as behind a serial server: one caller at a time for each, and the next
 * one is put through when the one before has hung up.
 */
public final class SimulatedPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPorts.class);
    private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

    private final List<ServerSocket> servers = new ArrayList<>();
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    /**
     * Opens a port.
     *
     * @param port 0 for any that is free
     * @param behind connects a caller
     * @return the port
     * @throws IOException if it is in use
     */
    public int open(int port, Supplier<Line> behind) throws IOException {
        ServerSocket server;
        try {
            server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (SocketException taken) {
            throw new IOException("port " + port + " is in use already: write another one", taken);
        }
        servers.add(server);
        Thread.ofPlatform()
                .daemon()
                .name("foyer-simulated-port-" + server.getLocalPort())
                .start(() -> accept(server, behind));
        return server.getLocalPort();
    }

    private void accept(ServerSocket server, Supplier<Line> behind) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    Line line = behind.get()) {
                socket.setTcpNoDelay(true);
                callers.add(socket);
                Thread.ofPlatform().daemon().name("foyer-simulated-answers").start(() -> answer(line, socket));
                serve(line, socket);
                callers.remove(socket);
            } catch (IOException gone) {
                LOG.debug("a caller has hung up, or the simulation ends", gone);
            }
        }
    }

    private static void serve(Line line, Socket socket) throws IOException {
        byte[] buffer = new byte[1024];
        for (int count = socket.getInputStream().read(buffer);
                count > 0;
                count = socket.getInputStream().read(buffer)) {
            line.write(Arrays.copyOf(buffer, count));
        }
    }

    private static void answer(Line line, Socket socket) {
        try (socket) {
            while (true) {
                socket.getOutputStream().write(line.read(LOOK));
            }
        } catch (LineLost ended) {
            LOG.debug("the simulated line ended: {}", ended.getMessage());
        } catch (IOException gone) {
            LOG.debug("a caller has hung up", gone);
            line.close();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
