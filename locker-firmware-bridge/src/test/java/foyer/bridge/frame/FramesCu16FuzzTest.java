package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Any bytes at all as CU12 and CU16 frames; the first says in what pieces they come. */
class FramesCu16FuzzTest {
    @FuzzTest(maxDuration = "1m")
    void anyBytes(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] input = Arrays.copyOfRange(data, 1, data.length);
        new Stream<>(RepliesCu16::new, ReplyCu16::bytes).keepsItsPromises(input, 1 + (data[0] & 0xFF));
        CommandCu16.of(input).ifPresent(command -> assertThat(command.bytes()).isEqualTo(input));
        ReplyCu16.of(input).ifPresent(reply -> assertThat(reply.bytes()).isEqualTo(input));
    }
}
