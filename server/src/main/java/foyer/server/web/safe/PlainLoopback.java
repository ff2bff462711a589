package foyer.server.web.safe;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether this server may be spoken to without TLS ({@code foyer.web.plain=true}). Only a server that listens on
 * loopback alone may; any other refuses to start. Without it, cookies are {@code Secure} and the session's carries the
 * {@code __Host-} prefix, so that a browser never sends them over plain HTTP.
 */
@Component
public final class PlainLoopback {
    private final boolean plain;

    PlainLoopback(
            @Value("${foyer.web.plain:false}") boolean plain,
            @Value("${server.address:#{null}}") @Nullable InetAddress address) {
        if (plain && (address == null || !address.isLoopbackAddress())) {
            throw new IllegalStateException("foyer.web.plain=true is for a server that listens on loopback alone: "
                    + "set server.address=127.0.0.1, or leave foyer.web.plain out and use TLS");
        }
        this.plain = plain;
    }

    public boolean plain() {
        return plain;
    }

    public String sessionCookie() {
        return plain ? "foyer" : "__Host-foyer";
    }
}
