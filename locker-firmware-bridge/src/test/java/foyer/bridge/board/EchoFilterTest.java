package foyer.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.Replies8A80;
import foyer.bridge.frame.Reply8A80;
import foyer.bridge.frame.Reply8A80.Expected;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Echoes in every order and every size of pieces. */
class EchoFilterTest {
    private static final byte[] FIRST = new Command8A80.QueryAll(1).bytes();
    private static final byte[] SECOND = new Command8A80.QueryAll(2).bytes();
    private static final byte[] PULSE = new Command8A80.Open(1, 1).bytes();
    private static final byte[] ANSWER_1 = new Reply8A80.All(1, 24, 0x80_01_02).bytes();
    private static final byte[] ANSWER_2 = new Reply8A80.All(2, 24, 0x02_01_80).bytes();

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static Echo echoing() {
        Echo echo = new Echo();
        echo.find(FIRST, join(FIRST, ANSWER_1), new Replies8A80(Expected.ALL_24));
        assertThat(echo.isPresent()).isTrue();
        return echo;
    }

    private static byte[] heard(Echo echo, byte[] line, int size) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        for (int from = 0; from < line.length; from += size) {
            heard.writeBytes(echo.without(Arrays.copyOfRange(line, from, Math.min(line.length, from + size))));
        }
        return heard.toByteArray();
    }

    @Test
    void aLateEchoBehindAnOlderAnswerIsStillAnEcho() {
        byte[] line = join(FIRST, ANSWER_1, SECOND, ANSWER_2);
        for (int size = 1; size <= line.length; size++) {
            Echo echo = echoing();
            echo.sent(FIRST, 0);
            echo.sent(SECOND, 1);
            assertThat(heard(echo, line, size)).as("pieces of %d", size).isEqualTo(join(ANSWER_1, ANSWER_2));
        }
    }

    @Test
    void ofAPulseAndItsEqualAnswerOneIsHeard() {
        for (int size = 1; size <= 2 * PULSE.length; size++) {
            Echo echo = echoing();
            echo.sent(PULSE, 0);
            assertThat(heard(echo, join(PULSE, PULSE), size))
                    .as("pieces of %d", size)
                    .isEqualTo(PULSE);
        }
    }

    @Test
    void aSpoiltEchoIsNoiseAndTheNextIsFound() {
        byte[] spoilt = FIRST.clone();
        spoilt[2] ^= 0x10;
        byte[] line = join(spoilt, ANSWER_1, SECOND, ANSWER_2);
        for (int size = 1; size <= line.length; size++) {
            Echo echo = echoing();
            echo.sent(FIRST, 0);
            echo.sent(SECOND, 1);
            assertThat(heard(echo, line, size)).as("pieces of %d", size).isEqualTo(join(spoilt, ANSWER_1, ANSWER_2));
        }
    }

    @Test
    void anEchoIsNotAwaitedForEver() {
        Echo echo = echoing();
        echo.sent(FIRST, 0);
        echo.sent(SECOND, TimeUnit.SECONDS.toNanos(2));
        assertThat(echo.without(join(SECOND, FIRST))).isEqualTo(FIRST);
    }

    @Test
    void whatIsNoEchoPassesOnALineWithoutOne() {
        Echo echo = new Echo();
        echo.sent(FIRST, 0);
        assertThat(echo.without(FIRST)).isEqualTo(FIRST);
    }
}
