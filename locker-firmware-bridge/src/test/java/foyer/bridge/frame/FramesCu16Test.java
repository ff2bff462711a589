package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published frames of KERONG's CU12 and CU16, both ways. */
class FramesCu16Test {
    private static final Stream<ReplyCu16> STREAM = new Stream<>(RepliesCu16::new, ReplyCu16::bytes);

    static List<Arguments> commands() {
        return List.of(
                Arguments.of("02 00 30 03 35", new CommandCu16.Status(0)),
                Arguments.of("02 00 31 03 36", new CommandCu16.Unlock(0, 1)),
                Arguments.of("02 15 31 03 4B", new CommandCu16.Unlock(1, 6)),
                Arguments.of("02 00 33 03 38", new CommandCu16.UnlockAll(0)),
                Arguments.of("02 F0 32 03 27", new CommandCu16.StatusOfAll()),
                Arguments.of("02 00 37 03 3C", new CommandCu16.QueryUnlockTime(0)),
                Arguments.of("02 00 37 32 03 6E", new CommandCu16.SetUnlockTime(0, 50)),
                Arguments.of("02 00 40 01 03 46", new CommandCu16.SetBaud(0, 1)));
    }

    static List<Arguments> replies() {
        return List.of(
                Arguments.of("02 00 35 FE FF 00 00 03 37", new ReplyCu16.Status(0, false, 0xFFFE, 0)),
                Arguments.of("02 10 36 01 80 02 40 03 0E", new ReplyCu16.Status(1, true, 0x8001, 0x4002)),
                Arguments.of("02 15 31 FF FF 00 00 03 49", new ReplyCu16.Unlocked(1, 6, false, 0xFFFF, 0)),
                Arguments.of("02 15 35 DF FF 00 00 03 2D", new ReplyCu16.Unlocked(1, 6, true, 0xFFDF, 0)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsItsBytesAndBack(String hex, CommandCu16 command) {
        assertThat(Stream.hex(command.bytes())).isEqualTo(hex);
        assertThat(CommandCu16.of(Stream.hex(hex))).contains(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandWithAnyOneByteSpoiltIsRefused(String hex, CommandCu16 command) {
        Spoilt.each(command.bytes(), spoilt -> assertThat(CommandCu16.of(spoilt))
                .as("%s of %s", Stream.hex(spoilt), hex)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyIsItsBytesAndBack(String hex, ReplyCu16 reply) {
        assertThat(Stream.hex(reply.bytes())).isEqualTo(hex);
        assertThat(ReplyCu16.of(Stream.hex(hex))).contains(reply);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsFoundInPiecesAndBehindGarbageAndRefusedWhenSpoilt(String hex, ReplyCu16 reply) {
        STREAM.isFoundInPiecesOfAnySize(Stream.hex(hex), reply);
        STREAM.isFoundBehindGarbage(Stream.hex(hex), reply);
        STREAM.isFoundAgainAfterItsOwnFirstPart(Stream.hex(hex), reply);
        STREAM.isRefusedWithAnyOneByteSpoilt(Stream.hex(hex), reply);
    }

    @Test
    void everyBoardAndChannelGoesThereAndBack() {
        for (int board = 0; board <= 15; board++) {
            goesThereAndBack(new CommandCu16.Status(board));
            goesThereAndBack(new CommandCu16.UnlockAll(board));
            goesThereAndBack(new CommandCu16.QueryUnlockTime(board));
            for (int code = 0; code <= 3; code++) {
                goesThereAndBack(new CommandCu16.SetBaud(board, code));
            }
            for (int units = 1; units <= 255; units++) {
                goesThereAndBack(new CommandCu16.SetUnlockTime(board, units));
            }
            for (int channel = 1; channel <= 16; channel++) {
                goesThereAndBack(new CommandCu16.Unlock(board, channel));
                goesThereAndBack(new ReplyCu16.Unlocked(board, channel, false, 1 << (channel - 1), 0));
                goesThereAndBack(new ReplyCu16.Status(board, channel % 2 == 0, 1 << (channel - 1), 0xFFFF));
                if (channel > 1) {
                    goesThereAndBack(new ReplyCu16.Unlocked(board, channel, true, 0, 1 << (channel - 1)));
                }
            }
        }
    }

    @Test
    void anEchoOfACommandIsNoReply() {
        Replies<ReplyCu16> replies = new RepliesCu16();
        assertThat(replies.feed(new CommandCu16.Status(0).bytes())).isEmpty();
        assertThat(replies.feed(new ReplyCu16.Status(0, false, 0xFFFF, 0).bytes()))
                .containsExactly(new ReplyCu16.Status(0, false, 0xFFFF, 0));
        assertThat(replies.skipped()).isEqualTo(5);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new CommandCu16.Status(16)).hasMessageContaining("0 to 15");
        assertThatThrownBy(() -> new CommandCu16.Unlock(0, 17)).hasMessageContaining("1 to 16");
        assertThatThrownBy(() -> new CommandCu16.Unlock(0, 0)).hasMessageContaining("1 to 16");
        assertThatThrownBy(() -> new CommandCu16.SetUnlockTime(0, 256)).hasMessageContaining("1 to 255");
        assertThatThrownBy(() -> new CommandCu16.SetBaud(0, 4)).hasMessageContaining("0 to 3");
        assertThatThrownBy(() -> new ReplyCu16.Status(0, false, 0x10000, 0)).hasMessageContaining("bits");
        assertThatThrownBy(() -> new ReplyCu16.Unlocked(0, 1, true, 0, 0)).hasMessageContaining("status");
    }

    private static void goesThereAndBack(CommandCu16 command) {
        assertThat(CommandCu16.of(command.bytes())).contains(command);
    }

    private static void goesThereAndBack(ReplyCu16 reply) {
        assertThat(ReplyCu16.of(reply.bytes())).contains(reply);
        assertThat(new RepliesCu16().feed(reply.bytes())).containsExactly(reply);
    }
}
