package foyer.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Which of the four languages a request is answered in: what was just chosen ({@code ?lang=}), else the cookie of an
 * earlier choice, else the best of Accept-Language, else English. REST goes by Accept-Language alone.
 */
public final class Languages implements LocaleResolver, HandlerInterceptor {
    static final String COOKIE = "foyer-lang";
    private static final Duration KEPT = Duration.ofDays(365);

    private final boolean secureCookie;

    Languages(boolean secureCookie) {
        this.secureCookie = secureCookie;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return accepted(request);
        }
        return known(request.getParameter("lang")).or(() -> fromCookie(request)).orElseGet(() -> accepted(request));
    }

    /** Only {@code ?lang=} sets the language; see {@link #preHandle}. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        known(request.getParameter("lang")).ifPresent(chosen -> {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, chosen.getLanguage())
                    .path("/")
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .secure(secureCookie)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
        return true;
    }

    private static Optional<Locale> known(@Nullable String language) {
        return Words.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<Locale> fromCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> known(cookie.getValue()));
    }

    private static Locale accepted(HttpServletRequest request) {
        List<Locale> wanted = Collections.list(request.getLocales());
        return wanted.stream()
                .flatMap(locale -> known(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
