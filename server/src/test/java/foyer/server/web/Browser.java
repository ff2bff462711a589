package foyer.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the server's door, by HTTP: keeps cookies as a browser does, follows nothing by itself. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(URI root) {
        this.root = root;
    }

    /** HTTP Basic with every request from now on. */
    public Browser as(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser signedIn() {
        HttpResponse<String> answer = signIn("inese.desk", "rita-durvis-46");
        if (!location(answer).endsWith("/staff/holds")) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
        return this;
    }

    public HttpResponse<String> signIn(String user, String password) {
        return form("/", "/sign-in", Map.of("username", user, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<InputStream> stream(String path) {
        return exchange(request(path).GET(), BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    /** Posts a form as the page at {@code from} would, with that page's token. */
    public HttpResponse<String> form(String from, String to, Map<String, String> values) {
        Matcher token = TOKEN.matcher(get(from).body());
        if (!token.find()) {
            throw new IllegalStateException("no form on " + from);
        }
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("_csrf", token.group(1));
        return post(to, all);
    }

    /** Posts without asking any page first. */
    public HttpResponse<String> post(String to, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(to, body);
    }

    /** Posts a form that is encoded already. */
    HttpResponse<String> post(String to, String body) {
        return send(request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
