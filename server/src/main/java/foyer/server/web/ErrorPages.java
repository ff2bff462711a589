package foyer.server.web;

import foyer.server.web.rest.ApiRefusals;
import foyer.server.web.rest.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a request ends that no route answers: a page in the person's language, or for REST a problem. */
@Controller
class ErrorPages implements ErrorController {
    private final ApiRefusals refusals;

    ErrorPages(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object from = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = from == null ? "" : from.toString();
        if (path.startsWith("/api/") || path.equals("/station-enrolment")) {
            refusals.write(request, response, problem(status));
            return null;
        }
        response.setStatus(status);
        return new ModelAndView("error").addObject("kind", kind(status));
    }

    private static Problem problem(int status) {
        for (Problem problem : new Problem[] {
            Problem.NOT_FOUND, Problem.METHOD_NOT_ALLOWED, Problem.NOT_ACCEPTABLE, Problem.MEDIA_TYPE_UNKNOWN
        }) {
            if (problem.status().value() == status) {
                return problem;
            }
        }
        return status < 500 ? Problem.PARAMETER_WRONG : Problem.OUR_FAULT;
    }

    private static String kind(int status) {
        return switch (status) {
            case 403 -> "not-allowed";
            case 404, 405 -> "not-found";
            case 503 -> "too-many";
            default -> status < 500 ? "not-understood" : "ours";
        };
    }
}
