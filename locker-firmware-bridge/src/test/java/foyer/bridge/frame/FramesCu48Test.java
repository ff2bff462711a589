package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published frames of KERONG's CU48, both ways. */
class FramesCu48Test {
    private static final Stream<ReplyCu48> STREAM = new Stream<>(RepliesCu48::new, ReplyCu48::bytes);
    private static final String PUBLISHED = "02 00 00 75 01 00 00 00 00 00 00 00 00 00 00 00 03 7B";

    static List<Arguments> commands() {
        return List.of(
                Arguments.of("02 00 00 60 03 65", new CommandCu48.Status(0)),
                Arguments.of("02 00 00 61 03 66", new CommandCu48.Unlock(0, 1)),
                Arguments.of("02 00 04 61 03 6A", new CommandCu48.Unlock(0, 5)));
    }

    static List<Arguments> replies() {
        return List.of(
                Arguments.of(PUBLISHED, new ReplyCu48.Status(0, 1, 0)),
                Arguments.of(
                        "02 03 00 75 00 00 00 00 00 80 01 00 00 00 00 00 03 FE", new ReplyCu48.Status(3, 1L << 47, 1)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsItsBytesAndBack(String hex, CommandCu48 command) {
        assertThat(Stream.hex(command.bytes())).isEqualTo(hex);
        assertThat(CommandCu48.of(Stream.hex(hex))).contains(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandWithAnyOneByteSpoiltIsRefused(String hex, CommandCu48 command) {
        Spoilt.each(command.bytes(), spoilt -> assertThat(CommandCu48.of(spoilt))
                .as("%s of %s", Stream.hex(spoilt), hex)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyIsItsBytesAndBack(String hex, ReplyCu48 reply) {
        assertThat(Stream.hex(reply.bytes())).isEqualTo(hex);
        assertThat(ReplyCu48.of(Stream.hex(hex))).contains(reply);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsFoundInPiecesAndBehindGarbageAndRefusedWhenSpoilt(String hex, ReplyCu48 reply) {
        STREAM.isFoundInPiecesOfAnySize(Stream.hex(hex), reply);
        STREAM.isFoundBehindGarbage(Stream.hex(hex), reply);
        STREAM.isFoundAgainAfterItsOwnFirstPart(Stream.hex(hex), reply);
        STREAM.isRefusedWithAnyOneByteSpoilt(Stream.hex(hex), reply);
    }

    @Test
    void thePublishedReplyIsEighteenBytesWithElevenZeros() {
        assertThat(Stream.hex(PUBLISHED)).hasSize(18);
        assertThat(PUBLISHED.split(" 75 01 ", -1)[1]).startsWith("00 ".repeat(11) + "03");
    }

    @Test
    void everyBoardAndChannelGoesThereAndBack() {
        for (int board = 0; board <= 15; board++) {
            assertThat(CommandCu48.of(new CommandCu48.Status(board).bytes())).contains(new CommandCu48.Status(board));
            for (int channel = 1; channel <= 48; channel++) {
                CommandCu48 unlock = new CommandCu48.Unlock(board, channel);
                assertThat(CommandCu48.of(unlock.bytes())).contains(unlock);
                ReplyCu48 reply = new ReplyCu48.Status(board, 1L << (channel - 1), (1L << 48) - channel);
                assertThat(ReplyCu48.of(reply.bytes())).contains(reply);
                assertThat(new RepliesCu48().feed(reply.bytes())).containsExactly(reply);
            }
        }
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new CommandCu48.Status(16)).hasMessageContaining("0 to 15");
        assertThatThrownBy(() -> new CommandCu48.Unlock(0, 49)).hasMessageContaining("1 to 48");
        assertThatThrownBy(() -> new ReplyCu48.Status(0, 1L << 48, 0)).hasMessageContaining("bits");
        assertThat(CommandCu48.of(Stream.hex("02 00 30 61 03 96")))
                .as("lock 49")
                .isEmpty();
    }
}
