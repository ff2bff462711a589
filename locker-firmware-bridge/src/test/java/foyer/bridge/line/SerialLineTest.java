package foyer.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pty4j.unix.Pty;
import foyer.bridge.sim.PtyPort;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each on a thread of its own: what waits inside the port cannot be interrupted, only left behind. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialLineTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void bytesGoBothWaysAllEightBits() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (PtyPort master = PtyPort.open();
                SerialLine line = SerialLine.open(master.path(), 9600)) {
            line.write(all);
            assertThat(read(master, all.length)).isEqualTo(all);
            master.write(all);
            assertThat(read(line, all.length)).isEqualTo(all);
            assertThat(line.read(0)).isEmpty();
        }
    }

    @Test
    void aMissingDeviceAndOneHeldByAnotherAreLostLines() throws Exception {
        assertThatThrownBy(() -> SerialLine.open("/dev/serial/by-id/none", 9600))
                .isInstanceOf(LineLost.class)
                .hasMessageContaining("/dev/serial/by-id/none");
        try (PtyPort master = PtyPort.open();
                SerialLine held = SerialLine.open(master.path(), 9600)) {
            assertThatThrownBy(() -> SerialLine.open(master.path(), 9600)).isInstanceOf(LineLost.class);
            held.write(new byte[] {1});
            assertThat(read(master, 1)).containsExactly(1);
        }
    }

    @Test
    void aVanishedPeerIsALostLine() throws Exception {
        PtyPort master = PtyPort.open();
        try (SerialLine line = SerialLine.open(master.path(), 9600)) {
            master.close();
            assertThatThrownBy(() -> line.read(10 * SECOND)).isInstanceOf(LineLost.class);
            assertThatThrownBy(() -> line.write(new byte[] {1})).isInstanceOf(LineLost.class);
        }
    }

    @Test
    void aWriteToAPeerThatTakesNothingIsFreedByTheWatchdog() throws Exception {
        Pty nobodyReads = new Pty();
        try (SerialLine line = SerialLine.open(nobodyReads.getSlaveName(), 9600)) {
            assertThatThrownBy(() -> line.write(new byte[1 << 20]))
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("takes no more bytes");
        } finally {
            nobodyReads.close();
        }
    }

    @Test
    void closingFreesTheReader() throws Exception {
        try (PtyPort master = PtyPort.open();
                SerialLine line = SerialLine.open(master.path(), 9600)) {
            Thread closer = Thread.ofVirtual().start(line::close);
            assertThatThrownBy(() -> line.read(20 * SECOND)).isInstanceOf(LineLost.class);
            closer.join();
        }
    }

    @Test
    void whatLayInThePortBeforeItWasOpenedIsThrownAway() throws Exception {
        try (PtyPort master = PtyPort.open()) {
            master.write(new byte[] {1, 2, 3});
            try (SerialLine line = SerialLine.open(master.path(), 9600)) {
                master.write(new byte[] {4});
                assertThat(read(line, 1)).containsExactly(4);
            }
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
