package foyer.server.web.rest;

import foyer.server.projection.Cursor;
import foyer.server.projection.Paging;
import foyer.server.web.safe.Signed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every command and every list may be given, read in one place: {@link Asked} and {@link Paging}. */
@Configuration(proxyBeanMethods = false)
class RestArguments implements WebMvcConfigurer {
    static final String KEY = "Idempotency-Key";
    static final String KEY_FORM = "[!-~]{1,128}";

    private static final Pattern KEY_PATTERN = Pattern.compile(KEY_FORM);
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    private static final int LONGEST_CURSOR = 1_024;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedArgument());
        resolvers.add(new PagingArgument());
    }

    private static final class AskedArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Asked.class;
        }

        @Override
        public Asked resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Optional<String> key = Optional.ofNullable(request.getHeader(KEY));
            if (key.filter(text -> !KEY_PATTERN.matcher(text).matches()).isPresent()) {
                throw new Refused(Problem.PARAMETER_WRONG, List.of(KEY));
            }
            Optional<String> match = Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH));
            // Better refused than let through as if it had been looked at.
            if (match.isPresent() && !parameter.hasMethodAnnotation(Versioned.class)) {
                throw new Refused(Problem.PARAMETER_WRONG, List.of(HttpHeaders.IF_MATCH));
            }
            return new Asked(signed(), key, match.flatMap(RestArguments::version));
        }

        private static Signed signed() {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            if (Objects.requireNonNull(who).getPrincipal() instanceof Signed signed) {
                return signed;
            }
            throw new IllegalStateException("a command of nobody");
        }
    }

    /** Empty for {@code *}; a tag that none of ours can be was certainly not the last one read. */
    private static Optional<Long> version(String match) {
        if (match.strip().equals("*")) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(match.strip());
        if (!version.matches()) {
            throw new Refused(Problem.CHANGED_MEANWHILE);
        }
        return Optional.of(Long.valueOf(version.group(1)));
    }

    private static final class PagingArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Paging.class;
        }

        @Override
        public Paging resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Optional<String> cursor = Optional.ofNullable(request.getParameter("cursor"));
            if (cursor.filter(text -> text.length() > LONGEST_CURSOR).isPresent()) {
                throw new Refused(Problem.PARAMETER_WRONG, List.of("cursor"));
            }
            return new Paging(limit(request), cursor.map(Cursor::read));
        }

        private static int limit(NativeWebRequest request) {
            String text = Objects.requireNonNullElse(request.getParameter("limit"), Integer.toString(Paging.USUAL));
            int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (limit < 1 || limit > Paging.MOST) {
                throw new Refused(Problem.PARAMETER_WRONG, List.of("limit"));
            }
            return limit;
        }
    }
}
