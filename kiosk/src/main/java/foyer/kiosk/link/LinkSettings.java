package foyer.kiosk.link;

import foyer.kiosk.circulation.Wall;
import foyer.station.StationId;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * @param broker {@code ssl://host:port}, or {@code tcp://} on this machine
 * @param tls the station's identity and the one authority it trusts; empty for {@code tcp}
 * @param software what this station runs, for its birth
 */
public record LinkSettings(
        StationId station, URI broker, Optional<SSLContext> tls, CommandKey commands, Wall wall, String software) {
    public LinkSettings {
        boolean plain = "tcp".equals(broker.getScheme());
        if (!plain && !"ssl".equals(broker.getScheme())) {
            throw new IllegalArgumentException("a broker's address begins with ssl:// or, on this machine, tcp://");
        }
        if (plain && !Loopback.is(broker)) {
            throw new IllegalArgumentException("tcp:// without TLS is for this machine only, not for " + broker);
        }
        if (!plain && tls.isEmpty()) {
            throw new IllegalArgumentException("ssl:// needs the station's identity");
        }
    }
}
