package foyer.server.web.rest;

import foyer.server.web.Words;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
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
        return of(new Refused(problem), request);
    }

    ProblemDetail of(Refused refused, HttpServletRequest request) {
        Problem problem = refused.problem();
        ProblemDetail detail = ProblemDetail.forStatus(problem.status());
        detail.setType(URI.create("urn:foyer:problem:" + problem.code()));
        detail.setTitle(words(problem.code(), languages.resolveLocale(request)));
        if (!refused.detail().isEmpty()) {
            detail.setDetail(refused.detail());
        }
        detail.setProperty("code", problem.code());
        if (!refused.fields().isEmpty()) {
            detail.setProperty("fields", refused.fields());
        }
        refused.phone().ifPresent(phone -> detail.setProperty("phone", phone));
        meters.counter("foyer.rest.refusals", "code", problem.code()).increment();
        LOG.info("refused {} {} {}", problem.code(), request.getMethod(), route(request));
        return detail;
    }

    /** What a code means, in words. */
    String words(String code, Locale language) {
        return words.say(language, "problem." + code);
    }

    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "before any route" : pattern.toString();
    }
}
