package foyer.kiosk.screen.mirror;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import foyer.kiosk.session.Frame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/**
 * The screen over HTTP, on 127.0.0.1 only. Every request shows the token, in {@code Authorization: Bearer} or {@code
 * ?token=}: whoever can press here can do what a person in front of the station can.
 *
 * <p>{@code GET /screen.png}, {@code GET /controls}, {@code GET /view}, {@code GET /changes?after=n} (answers when a
 * painting newer than n is there, at the latest after 25 s), {@code POST /press?x=&y=}, {@code POST /type?keys=}.
 */
public final class Mirror implements AutoCloseable {
    /** Below what browsers and proxies take for a dead connection. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Mirrored screen;
    private final byte[] token;
    private final Object paintings = new Object();
    private long painted;

    private Mirror(HttpServer server, String token, Mirrored screen) {
        this.server = server;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.screen = screen;
    }

    /** @param port 0 for one the system picks */
    public static Mirror start(int port, String token, Mirrored screen) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
        Mirror mirror = new Mirror(server, token, screen);
        server.setExecutor(mirror.threads);
        mirror.answer("/screen.png", "GET", mirror::picture);
        mirror.answer("/controls", "GET", query -> Answer.json(onScreen(() -> Looking.controls(screen.canvas()))));
        mirror.answer("/view", "GET", query -> Answer.json(onScreen(mirror::view)));
        mirror.answer("/changes", "GET", mirror::changes);
        mirror.answer("/press", "POST", mirror::press);
        mirror.answer("/type", "POST", mirror::type);
        onScreen(() -> {
            screen.onPainted(mirror::painted);
            return true;
        });
        server.start();
        return mirror;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** On the JavaFX thread. */
    private void painted() {
        synchronized (paintings) {
            painted = screen.painted();
            paintings.notifyAll();
        }
    }

    private interface Question {
        Answer answer(Map<String, String> query) throws InterruptedException;
    }

    private sealed interface Answer {
        record Words(int status, String type, String body) implements Answer {}

        record Picture(WritableImage picture) implements Answer {}

        record Done() implements Answer {}

        static Answer json(String body) {
            return new Words(200, "application/json", body);
        }

        static Answer refused(int status, String why) {
            return new Words(status, "text/plain; charset=utf-8", why);
        }
    }

    private void answer(String path, String method, Question question) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, decide(exchange, path, method, question));
            }
        });
    }

    private Answer decide(HttpExchange exchange, String path, String method, Question question) {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (!shown(exchange, query)) {
            return Answer.refused(401, "the token is missing or wrong");
        }
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return Answer.refused(404, "nothing here");
        }
        if (!exchange.getRequestMethod().equals(method)) {
            return Answer.refused(405, "use " + method);
        }
        try {
            return question.answer(query);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Answer.refused(503, "closing");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Words words ->
                send(exchange, words.status(), words.type(), words.body().getBytes(StandardCharsets.UTF_8));
            case Answer.Picture picture -> send(exchange, 200, "image/png", Looking.png(picture.picture()));
            case Answer.Done done -> exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private boolean shown(HttpExchange exchange, Map<String, String> query) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String said = header != null && header.startsWith("Bearer ")
                ? header.substring("Bearer ".length())
                : query.getOrDefault("token", "");
        return MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
    }

    private Answer picture(Map<String, String> query) {
        return new Answer.Picture(onScreen(() -> Looking.picture(screen.canvas())));
    }

    private Answer press(Map<String, String> query) {
        try {
            double x = Double.parseDouble(query.getOrDefault("x", ""));
            double y = Double.parseDouble(query.getOrDefault("y", ""));
            if (!(x >= 0 && y >= 0)) {
                return Answer.refused(400, "x and y are pixels from the upper left");
            }
            onScreen(() -> {
                Pressing.press(screen.canvas(), x, y);
                return true;
            });
            return new Answer.Done();
        } catch (NumberFormatException noNumber) {
            return Answer.refused(400, "x and y are numbers");
        }
    }

    private Answer type(Map<String, String> query) {
        String keys = query.getOrDefault("keys", "");
        if (!Pressing.canType(keys)) {
            return Answer.refused(400, "digits, space, tab, enter and backspace can be typed");
        }
        onScreen(() -> {
            Pressing.type(keys);
            return true;
        });
        return new Answer.Done();
    }

    private Answer changes(Map<String, String> query) throws InterruptedException {
        long after;
        try {
            after = Long.parseLong(query.getOrDefault("after", "0"));
        } catch (NumberFormatException noNumber) {
            return Answer.refused(400, "after is a number");
        }
        long until = System.nanoTime() + LONGEST_WAIT.toNanos();
        synchronized (paintings) {
            for (long left = LONGEST_WAIT.toMillis(); painted <= after && left > 0; ) {
                paintings.wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        }
        return Answer.json(onScreen(this::view));
    }

    private String view() {
        String view = screen.frame()
                .map(frame -> frame.view().getClass().getSimpleName())
                .orElse("");
        long visit = screen.frame().map(Frame::visit).orElse(-1L);
        return "{\"view\":" + Json.text(view) + ",\"visit\":" + visit + ",\"painted\":" + screen.painted() + "}";
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> values = new HashMap<>();
        for (String part : (raw == null ? "" : raw).split("&", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error failed) {
                done.completeExceptionally(failed);
            }
        });
        return done.join();
    }
}
