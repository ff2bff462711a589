package foyer.server.web.safe;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches what this machine itself asks. A request that a proxy passed on says so in a header and is not this
 * machine's, though it comes from a loopback address.
 */
final class LoopbackOnly implements RequestMatcher {
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    @Override
    public boolean matches(HttpServletRequest request) {
        return PASSED_ON.stream().noneMatch(header -> request.getHeader(header) != null)
                && loopback(request.getRemoteAddr());
    }

    /** Addresses of a connection are numbers, so nothing is looked up. */
    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a connection's address was not a number", e);
        }
    }
}
