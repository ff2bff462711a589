package foyer.kiosk.link;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether an address stays on this machine. */
final class Loopback {
    private Loopback() {}

    static boolean is(URI address) {
        String host = address.getHost();
        if (host == null) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
