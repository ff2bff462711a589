package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Any bytes at all as Modbus RTU frames; the first says in what pieces they come. */
class FramesModbusRtuFuzzTest {
    @FuzzTest(maxDuration = "1m")
    void anyBytes(byte[] data) {
        if (data.length == 0) {
            return;
        }
        byte[] input = Arrays.copyOfRange(data, 1, data.length);
        new Stream<>(RepliesModbusRtu::new, ReplyModbus::bytes).keepsItsPromises(input, 1 + (data[0] & 0xFF));
        CommandModbus.of(input).ifPresent(command -> assertThat(command.bytes()).isEqualTo(input));
        ReplyModbus.of(input).ifPresent(reply -> assertThat(reply.bytes()).isEqualTo(input));
    }
}
