package foyer.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real loopback sockets; the far end is what a converter would be. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TcpLineTest {
    private static final String HOST = "127.0.0.1";
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private ServerSocket converter;

    @BeforeEach
    void listen() throws IOException {
        converter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        converter.close();
    }

    @Test
    void bytesGoBothWaysAllEightBits() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (TcpLine line = open();
                Socket far = converter.accept()) {
            line.write(all);
            assertThat(far.getInputStream().readNBytes(all.length)).isEqualTo(all);
            far.getOutputStream().write(all);
            assertThat(read(line, all.length)).isEqualTo(all);
            assertThat(line.read(0)).isEmpty();
        }
    }

    @Test
    void whatIsWrittenBeforeAPlainCloseStillArrives() throws Exception {
        TcpLine line = open();
        try (Socket far = converter.accept()) {
            line.write(new byte[] {1, 2, 3});
            line.close();
            assertThat(far.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aPeerThatNeverReadsIsALostLineAndNeverGetsTheRest() throws Exception {
        try (TcpLine line = open();
                Socket far = converter.accept()) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> line.write(new byte[64 << 20]))
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("takes no more bytes");
            assertThat(System.nanoTime() - began).isBetween(2 * SECOND, 10 * SECOND);
            assertThatThrownBy(() -> far.getInputStream().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPeerThatResetsIsALostLine() throws Exception {
        try (TcpLine line = open()) {
            Socket far = converter.accept();
            far.setSoLinger(true, 0);
            far.close();
            assertThatThrownBy(() -> line.read(10 * SECOND))
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("broke the connection");
            assertThatThrownBy(() -> line.write(new byte[] {1})).isInstanceOf(LineLost.class);
        }
    }

    @Test
    void aHalfClosedPeerIsALostLineAfterItsLastBytes() throws Exception {
        try (TcpLine line = open();
                Socket far = converter.accept()) {
            far.getOutputStream().write(7);
            far.shutdownOutput();
            assertThat(read(line, 1)).containsExactly(7);
            assertThatThrownBy(() -> line.read(10 * SECOND))
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("closed the connection");
            assertThatThrownBy(() -> line.write(new byte[] {1})).isInstanceOf(LineLost.class);
        }
    }

    @Test
    void aPeerThatTakesEverythingAndAnswersNothingIsALostLine() throws Exception {
        long patience = TimeUnit.MILLISECONDS.toNanos(200);
        try (TcpLine line = TcpLine.open(HOST, converter.getLocalPort(), patience);
                Socket far = converter.accept()) {
            line.write(new byte[] {1});
            far.getOutputStream().write(9);
            assertThat(read(line, 1)).containsExactly(9);
            assertThatThrownBy(() -> {
                        while (true) {
                            line.write(new byte[] {1});
                            assertThat(line.read(patience / 10)).isEmpty();
                        }
                    })
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("has not been heard");
        }
    }

    @Test
    void aPeerThatAnswersSlowlyIsNotLostWhenNothingWasAskedMeanwhile() throws Exception {
        long patience = TimeUnit.MILLISECONDS.toNanos(50);
        try (TcpLine line = TcpLine.open(HOST, converter.getLocalPort(), patience);
                Socket far = converter.accept()) {
            line.write(new byte[] {1});
            far.getOutputStream().write(9);
            assertThat(read(line, 1)).containsExactly(9);
            assertThat(line.read(2 * patience)).isEmpty();
            line.write(new byte[] {2});
            assertThat(far.getInputStream().readNBytes(2)).containsExactly(1, 2);
        }
    }

    @Test
    void closingFreesTheReader() throws Exception {
        TcpLine line = open();
        try (Socket far = converter.accept()) {
            Thread closer = Thread.ofVirtual().start(line::close);
            assertThatThrownBy(() -> line.read(20 * SECOND)).isInstanceOf(LineLost.class);
            closer.join();
            line.close();
            assertThat(far.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aFloodNobodyReadsEndsTheLineAtItsBound() throws Exception {
        TcpLine line = open();
        try (Socket far = converter.accept()) {
            Thread flood = Thread.ofVirtual().start(() -> flood(far));
            Awaitility.await().until(() -> isLost(line));
            assertThatThrownBy(() -> {
                        while (true) {
                            assertThat(line.read(0)).isNotEmpty();
                        }
                    })
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("was not read for a second");
            line.close();
            flood.join();
        }
    }

    @Test
    void afterTheConverterListensAgainOnItsPortANewLineOpens() throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), converter.getLocalPort());
        TcpLine before = open();
        Socket far = converter.accept();
        converter.close();
        far.setSoLinger(true, 0);
        far.close();
        assertThatThrownBy(() -> before.read(10 * SECOND)).isInstanceOf(LineLost.class);
        before.close();
        assertThatThrownBy(() -> TcpLine.open(HOST, address.getPort()))
                .isInstanceOf(LineLost.class)
                .hasMessageContaining("refuses the connection");
        converter = new ServerSocket();
        converter.setReuseAddress(true);
        converter.bind(address);
        try (TcpLine line = TcpLine.open(HOST, address.getPort());
                Socket again = converter.accept()) {
            again.getOutputStream().write(5);
            assertThat(read(line, 1)).containsExactly(5);
        }
    }

    @Test
    void whatCannotBeReachedIsToldInWords() {
        assertThatThrownBy(() -> TcpLine.open("no-such-converter.invalid", 4001))
                .isInstanceOf(LineLost.class)
                .hasMessageContaining("no-such-converter.invalid is not known");
    }

    private TcpLine open() throws LineLost {
        return TcpLine.open(HOST, converter.getLocalPort());
    }

    private static boolean isLost(Line line) {
        try {
            line.write(new byte[0]);
            return false;
        } catch (LineLost lost) {
            return true;
        }
    }

    private static void flood(Socket far) {
        byte[] garbage = new byte[8192];
        Arrays.fill(garbage, (byte) 0xA5);
        try {
            while (true) {
                far.getOutputStream().write(garbage);
            }
        } catch (IOException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(reset|broken pipe|closed).*");
        }
    }

    private static byte[] read(Line line, int count) throws Exception {
        byte[] all = new byte[0];
        while (all.length < count) {
            byte[] piece = line.read(5 * SECOND);
            assertThat(piece).as("after %d bytes", all.length).isNotEmpty();
            byte[] longer = Arrays.copyOf(all, all.length + piece.length);
            System.arraycopy(piece, 0, longer, all.length, piece.length);
            all = longer;
        }
        return all;
    }
}
