package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.frame.Reply8A80.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published frames of the 8A/80 protocol, both ways. */
class Frames8A80Test {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    static List<Arguments> commands() {
        return List.of(
                Arguments.of("8A 01 01 11 9B", new Command8A80.Open(1, 1)),
                Arguments.of("8A 01 01 11 05 9E", new Command8A80.OpenFor(1, 1, 5)),
                Arguments.of("8A 01 00 11 9A", new Command8A80.OpenAll(1)),
                Arguments.of("80 01 01 33 B3", new Command8A80.Query(1, 1)),
                Arguments.of("80 01 00 33 B2", new Command8A80.QueryAll(1)),
                Arguments.of("80 01 00 99 18", new Command8A80.Find(1)));
    }

    static List<Arguments> replies() {
        return List.of(
                Arguments.of("8A 01 01 00 8A", new Reply8A80.Unlocked(1, 1, false), Expected.ONE),
                Arguments.of("8A 01 01 11 9B", new Reply8A80.Unlocked(1, 1, true), Expected.ALL_24),
                Arguments.of("80 01 01 11 91", new Reply8A80.One(1, 1, true), Expected.ONE),
                Arguments.of("80 01 01 00 80", new Reply8A80.One(1, 1, false), Expected.ONE),
                Arguments.of("80 01 01 01 01 33 B3", new Reply8A80.All(1, 24, 0x010101), Expected.ALL_24),
                Arguments.of("80 20 80 00 00 01 33 12", new Reply8A80.All(32, 32, 0x80000001L), Expected.ALL_32),
                Arguments.of("82 01 03 11 91", new Reply8A80.Report(1, 3, true), Expected.ALL_24));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsItsBytesAndBack(String hex, Command8A80 command) {
        assertThat(HEX.formatHex(command.bytes())).isEqualTo(hex);
        assertThat(Command8A80.of(HEX.parseHex(hex))).contains(command);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyIsItsBytesAndBack(String hex, Reply8A80 reply, Expected expected) {
        assertThat(HEX.formatHex(reply.bytes())).isEqualTo(hex);
        assertThat(Reply8A80.of(HEX.parseHex(hex), expected)).contains(reply);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyInPiecesOfAnySizeIsOneReply(String hex, Reply8A80 reply, Expected expected) {
        byte[] frame = HEX.parseHex(hex);
        for (int size = 1; size <= frame.length; size++) {
            Replies8A80 replies = new Replies8A80(expected);
            List<Reply8A80> found = new ArrayList<>();
            for (int from = 0; from < frame.length; from += size) {
                found.addAll(replies.feed(Arrays.copyOfRange(frame, from, Math.min(from + size, frame.length))));
            }
            assertThat(found).as("pieces of %d", size).containsExactly(reply);
            assertThat(replies.skipped()).isZero();
            assertThat(replies.isPending()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyWithAnyOneByteSpoiltIsRefusedAndTheNextIsFound(String hex, Reply8A80 reply, Expected expected) {
        byte[] frame = HEX.parseHex(hex);
        for (int i = 0; i < frame.length; i++) {
            for (int value = 0; value < 256; value++) {
                if ((frame[i] & 0xFF) != value) {
                    byte[] spoilt = frame.clone();
                    spoilt[i] = (byte) value;
                    Replies8A80 replies = new Replies8A80(expected);
                    assertThat(replies.feed(spoilt))
                            .as("byte %d = %02X", i, value)
                            .isEmpty();
                    replies.silence();
                    assertThat(replies.skipped()).isEqualTo(frame.length);
                    assertThat(replies.feed(frame)).containsExactly(reply);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandWithAnyOneByteSpoiltIsRefused(String hex, Command8A80 command) {
        byte[] frame = command.bytes();
        for (int i = 0; i < frame.length; i++) {
            for (int value = 0; value < 256; value++) {
                if ((frame[i] & 0xFF) != value) {
                    byte[] spoilt = frame.clone();
                    spoilt[i] = (byte) value;
                    assertThat(Command8A80.of(spoilt))
                            .as("%s, byte %d = %02X", hex, i, value)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsFoundBehindGarbage(String hex, Reply8A80 reply, Expected expected) {
        new Stream<>(() -> new Replies8A80(expected), Reply8A80::bytes).isFoundBehindGarbage(HEX.parseHex(hex), reply);
    }

    @Test
    void repliesAreFoundBetweenGarbageAndReports() {
        byte[] good = new Reply8A80.All(7, 24, 0xFFFFFE).bytes();
        Replies8A80 replies = new Replies8A80(Expected.ALL_24);
        byte[] noisy = HEX.parseHex(
                "00 FF 80 8A 80 07 " + HEX.formatHex(good) + " 82 07 01 00 84 80 02 FF " + HEX.formatHex(good) + " 55");
        assertThat(replies.feed(noisy))
                .containsExactly(
                        new Reply8A80.All(7, 24, 0xFFFFFE),
                        new Reply8A80.Report(7, 1, false),
                        new Reply8A80.All(7, 24, 0xFFFFFE));
        replies.silence();
        assertThat(replies.skipped()).isEqualTo(10);
    }

    @Test
    void whateverComesTheMemoryIsOneFrame() {
        Random random = new Random(20_26);
        Replies8A80 replies = new Replies8A80(Expected.ALL_32);
        byte[] piece = new byte[64];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(piece);
            // Frames may be found by chance; what counts is that nothing is thrown and nothing is kept.
            var unused = replies.feed(piece);
        }
        long before = replies.skipped();
        replies.silence();
        assertThat(replies.skipped() - before).isLessThan(8);
    }

    @Test
    void everyAddressAndChannelGoesThereAndBack() {
        for (int address = 1; address <= 32; address++) {
            goesThereAndBack(new Command8A80.OpenAll(address));
            goesThereAndBack(new Command8A80.QueryAll(address));
            goesThereAndBack(new Command8A80.Find(address));
            for (int channel = 1; channel <= 32; channel++) {
                boolean shorted = channel % 2 == 0;
                goesThereAndBack(new Command8A80.Open(address, channel));
                goesThereAndBack(new Command8A80.OpenFor(address, channel, 1 + channel % 9));
                goesThereAndBack(new Command8A80.Query(address, channel));
                goesThereAndBack(new Reply8A80.Unlocked(address, channel, shorted), Expected.ONE);
                goesThereAndBack(new Reply8A80.One(address, channel, shorted), Expected.ONE);
                goesThereAndBack(new Reply8A80.Report(address, channel, shorted), Expected.ONE);
                goesThereAndBack(new Reply8A80.All(address, 24, 1L << (channel % 24)), Expected.ALL_24);
                goesThereAndBack(new Reply8A80.All(address, 32, 1L << (channel - 1)), Expected.ALL_32);
            }
        }
    }

    private static void goesThereAndBack(Command8A80 command) {
        assertThat(Command8A80.of(command.bytes())).contains(command);
    }

    private static void goesThereAndBack(Reply8A80 reply, Expected expected) {
        assertThat(Reply8A80.of(reply.bytes(), expected)).contains(reply);
    }

    @Test
    void addressesChannelsAndSecondsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Command8A80.Open(0, 1)).hasMessageContaining("1 to 32");
        assertThatThrownBy(() -> new Command8A80.Open(1, 33)).hasMessageContaining("1 to 32");
        assertThatThrownBy(() -> new Command8A80.OpenFor(1, 1, 10)).hasMessageContaining("1 to 9");
        assertThatThrownBy(() -> new Reply8A80.All(1, 24, 1L << 24)).hasMessageContaining("bits");
    }
}
