package foyer.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Tries every route the server has registered as everybody there is, and names each that lets in whom it must not. */
final class RouteCheck {
    private static final List<String> EVERYBODY =
            List.of("/", "/error", "/api/v1/openapi.json", "/station-enrolment", "/demonstration");
    private static final List<String> PATRONS_AND_STAFF = List.of("/api/v1/titles", "/api/v1/branches");
    private static final List<String> PATRONS =
            List.of("/api/v1/holds", "/api/v1/loans", "/api/v1/fines", "/api/v1/account", "/api/v1/appointments");

    private final WebServer server;
    private final List<Who> people;

    RouteCheck(WebServer server) {
        this.server = server;
        this.people = List.of(
                new Who("nobody", false, false, server.browser()),
                new Who("a patron", true, false, server.browser().as("ilze", "upes-krasts")),
                new Who("staff by Basic", false, true, server.browser().as("inese.desk", "rita-durvis-46")),
                new Who("staff by session", false, true, server.browser().signedIn()));
    }

    /** Signed in by the form or by Basic: REST knows no session, pages know no Basic. */
    private record Who(String name, boolean patron, boolean staff, Browser browser) {
        boolean session() {
            return name.endsWith("session");
        }
    }

    record Route(String method, String path) {}

    Set<Route> routes() {
        Set<Route> routes = new TreeSet<>((a, b) -> (a.path() + a.method()).compareTo(b.path() + b.method()));
        for (RequestMappingInfoHandlerMapping mapping : server.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                for (String path : info.getPatternValues()) {
                    if (methods.isEmpty()) {
                        routes.add(new Route("GET", path));
                    }
                    methods.forEach(method -> routes.add(new Route(method.name(), path)));
                }
            }
        }
        return routes;
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Route route : routes()) {
            for (Who who : people) {
                boolean may = may(route, who);
                int status = status(route, who);
                boolean refused = status == 401 || status == 403 || status == 302;
                if (may == refused && !settledByToken(route, status)) {
                    violations.add(route + " answered " + status + " to " + who.name());
                }
            }
        }
        return violations;
    }

    /** A page's form needs a token as well as a session: without one even staff read 403, which tells nothing. */
    private static boolean settledByToken(Route route, int status) {
        return status == 403 && route.method().equals("POST") && route.path().startsWith("/staff/");
    }

    private int status(Route route, Who who) {
        String path =
                route.path().replaceAll("\\{alarm}|\\{\\*?id}|\\{barcode}", "1").replaceAll("\\{[^}]*}", "x");
        if (who.session() && path.startsWith("/staff/") && route.method().equals("POST")) {
            return who.browser().form("/staff/holds", path, Map.of()).statusCode() == 403 ? 403 : 200;
        }
        return switch (route.method()) {
            case "GET" -> who.browser().get(path).statusCode();
            case "POST" -> who.browser().json("POST", path, "{}").statusCode();
            default -> who.browser().send(route.method(), path).statusCode();
        };
    }

    /** The rule, said once more and differently from the security configuration. */
    private static boolean may(Route route, Who who) {
        String path = route.path();
        if (path.startsWith("/actuator/")) {
            return true; // the check itself comes from this machine; see HeadersTest for those who do not
        }
        if (EVERYBODY.contains(path) || path.startsWith("/demonstration/")) {
            return !path.equals("/") || !who.session();
        }
        if (path.startsWith("/api/v1/staff/")) {
            return who.staff() && !who.session();
        }
        if (PATRONS_AND_STAFF.stream().anyMatch(path::startsWith)) {
            return (who.patron() || who.staff()) && !who.session();
        }
        if (PATRONS.stream().anyMatch(path::startsWith)) {
            return who.patron();
        }
        return path.startsWith("/staff/") && who.session();
    }
}
