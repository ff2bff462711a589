package foyer.server.web.rest;

import foyer.server.web.Words;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Makes the answer of a refusal (RFC 9457) and records it: counted by code, and one line in the log that names the
 * route but nothing the caller sent.
 */
@Component
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Words words;
    private final LocaleResolver languages;
    private final MeterRegistry meters;

    Problems(Words words, LocaleResolver languages, MeterRegistry meters) {
        this.words = words;
        this.languages = languages;
        this.meters = meters;
    }

    ProblemDetail of(Problem problem, HttpServletRequest request) {
        return of(problem, request, List.of());
    }

    /** @param fields the fields that are wrong, by our own names */
    ProblemDetail of(Problem problem, HttpServletRequest request, List<String> fields) {
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:foyer:problem:" + problem.code()));
        detail.setTitle(words.say(languages.resolveLocale(request), "problem." + problem.code()));
        detail.setProperty("code", problem.code());
        if (!fields.isEmpty()) {
            detail.setProperty("fields", fields);
        }
        meters.counter("foyer.rest.refusals", "code", problem.code()).increment();
        LOG.info("refused {} {} {}", problem.code(), request.getMethod(), route(request));
        return detail;
    }

    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "before any route" : pattern.toString();
    }
}
