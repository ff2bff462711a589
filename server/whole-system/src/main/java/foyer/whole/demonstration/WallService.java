package foyer.whole.demonstration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import foyer.whole.Touchscreen;
import foyer.whole.Wall;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated wall and the kiosk's screen by HTTP, on loopback and for the bearer of one token only. It is there
 * before the server is, because the server is told where to find it; until the site stands it answers 503.
 */
final class WallService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What there is to show once the site stands. */
    record Shown(Wall wall, Touchscreen screen, TryThese tryThese) {}

    private final String token;
    private final HttpServer http;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable Shown shown;

    private WallService(String token, HttpServer http) {
        this.token = token;
        this.http = http;
    }

    static WallService start(String token) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WallService service = new WallService(token, http);
        http.setExecutor(service.workers);
        http.createContext("/", service::answer);
        http.start();
        return service;
    }

    void show(Shown now) {
        shown = now;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
        http.stop(0);
        workers.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Shown now = shown;
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                json(exchange, 401, Map.of("problem", "no token"));
            } else if (now == null) {
                json(exchange, 503, Map.of("problem", "starting"));
            } else {
                route(exchange, now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void route(HttpExchange exchange, Shown now) throws IOException, InterruptedException {
        URI asked = exchange.getRequestURI();
        Map<String, String> query = query(asked.getRawQuery());
        boolean posted = exchange.getRequestMethod().equals("POST");
        try {
            switch (asked.getPath()) {
                case "/state" -> json(exchange, 200, state(now));
                case "/screen.png" ->
                    send(exchange, 200, "image/png", now.screen().picture());
                case "/changes" -> send(exchange, 200, "application/json", changes(now, query));
                case "/press" -> {
                    now.screen().pressAt(number(query, "x"), number(query, "y"));
                    json(exchange, 200, Map.of());
                }
                default -> json(exchange, posted && act(now, asked.getPath(), query) ? 200 : 404, state(now));
            }
        } catch (IllegalArgumentException e) {
            json(exchange, 400, Map.of("problem", String.valueOf(e.getMessage())));
        }
    }

    private static byte[] changes(Shown now, Map<String, String> query) throws IOException, InterruptedException {
        return JSON.writeValueAsBytes(Map.of("frame", now.screen().awaitPaintedAfter(number(query, "after"))));
    }

    private static boolean act(Shown now, String path, Map<String, String> query) {
        switch (path) {
            case "/scan" -> now.wall().scan(scanned(now, query));
            case "/close" -> now.wall().closeDoor(need(query, "door"));
            case "/jam" -> now.wall().jam(need(query, "door"), Boolean.parseBoolean(need(query, "on")));
            case "/drop" -> now.wall().drop(need(query, "bin"));
            case "/closeflap" -> now.wall().closeFlap(need(query, "bin"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String scanned(Shown now, Map<String, String> query) {
        String text = query.get("text");
        return text != null ? text : now.tryThese().code(need(query, "ref"));
    }

    private static Map<String, Object> state(Shown now) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("doors", now.wall().doors());
        state.put("bins", now.wall().bins());
        state.put("cards", now.tryThese().cards());
        state.put("books", now.tryThese().books());
        return state;
    }

    private static long number(Map<String, String> query, String name) {
        try {
            return Math.round(Double.parseDouble(need(query, name)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number", e);
        }
    }

    private static String need(Map<String, String> query, String name) {
        String value = query.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw == null ? List.<String>of() : List.of(raw.split("&"))) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
