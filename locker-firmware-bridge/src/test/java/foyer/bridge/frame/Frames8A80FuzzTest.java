package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import foyer.bridge.frame.Reply8A80.Expected;
import java.util.Arrays;
import java.util.List;

/** Any bytes at all as 8A/80 frames; the first says what is expected and in what pieces it comes. */
class Frames8A80FuzzTest {
    private static final List<Expected> EXPECTED = List.of(Expected.ONE, Expected.ALL_24, Expected.ALL_32);

    @FuzzTest(maxDuration = "1m")
    void anyBytes(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Expected expected = EXPECTED.get((data[0] & 0xFF) % EXPECTED.size());
        byte[] input = Arrays.copyOfRange(data, 1, data.length);
        new Stream<>(() -> new Replies8A80(expected), Reply8A80::bytes)
                .keepsItsPromises(input, 1 + (data[0] & 0xFF) / EXPECTED.size());
        Command8A80.of(input).ifPresent(command -> assertThat(command.bytes()).isEqualTo(input));
        Reply8A80.of(input, expected)
                .ifPresent(reply -> assertThat(reply.bytes()).isEqualTo(input));
    }
}
