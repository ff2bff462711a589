package foyer.server.web.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** Without TLS only on this machine. */
class PlainLoopbackTest {
    @Test
    void plainIsForLoopbackAlone() throws UnknownHostException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetAddress open = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        assertThat(new PlainLoopback(true, loopback).sessionCookie()).isEqualTo("foyer");
        assertThat(new PlainLoopback(false, open).sessionCookie()).isEqualTo("__Host-foyer");
        assertThatThrownBy(() -> new PlainLoopback(true, open)).hasMessageContaining("loopback alone");
        assertThatThrownBy(() -> new PlainLoopback(true, null)).hasMessageContaining("loopback alone");
    }
}
