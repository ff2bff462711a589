package foyer.server.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the problems of requests that never reach a route: not signed in, not allowed, too long. */
@Component
public final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Problems problems;
    private final JsonMapper json;

    ApiRefusals(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof LockedException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "900");
            write(request, response, Problem.TOO_MANY_ATTEMPTS);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Foyer\", charset=\"UTF-8\"");
        boolean tried = why instanceof BadCredentialsException;
        write(request, response, tried ? Problem.SIGN_IN_REFUSED : Problem.NOT_SIGNED_IN);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, @Nullable AccessDeniedException refused)
            throws IOException {
        write(request, response, Problem.NOT_ALLOWED);
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problems.of(problem, request));
    }
}
