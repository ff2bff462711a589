package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.frame.CommandModbus.Baud;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published frames of Modbus relay boards, both ways, over serial lines and TCP. */
class FramesModbusTest {
    private static final Stream<ReplyModbus> RTU = new Stream<>(RepliesModbusRtu::new, ReplyModbus::bytes);
    private static final Stream<ReplyModbusTcp> TCP = new Stream<>(RepliesModbusTcp::new, ReplyModbusTcp::bytes);

    static List<Arguments> commands() {
        return List.of(
                Arguments.of("01 05 02 00 00 05 0C 71", new CommandModbus.FlashOn(1, 1, 5)),
                Arguments.of("01 05 02 00 00 07 8D B0", new CommandModbus.FlashOn(1, 1, 7)),
                Arguments.of("01 05 00 00 FF 00 8C 3A", new CommandModbus.On(1, 1)),
                Arguments.of("01 05 00 00 00 00 CD CA", new CommandModbus.Off(1, 1)),
                Arguments.of("01 05 00 FF 00 00 FD FA", new CommandModbus.AllOff(1)),
                Arguments.of("01 01 00 00 00 08 3D CC", new CommandModbus.ReadCoils(1, 8)),
                Arguments.of("01 02 00 00 00 08 79 CC", new CommandModbus.ReadInputs(1, 8)),
                Arguments.of("01 06 10 00 00 00 8D 0A", new CommandModbus.SetMode(1, 1, 0)),
                Arguments.of("00 06 40 00 00 02 1C 1A", new CommandModbus.SetAddress(2)),
                Arguments.of("00 06 20 00 00 01 42 1B", new CommandModbus.SetBaud(Baud.BAUD_9600)));
    }

    static List<Arguments> replies() {
        return List.of(
                Arguments.of("01 02 01 04 A0 4B", new ReplyModbus.Inputs(1, 1, 4)),
                Arguments.of("01 05 02 00 00 05 0C 71", new ReplyModbus.CoilWritten(1, 0x200, 5)),
                Arguments.of("01 05 00 00 FF 00 8C 3A", new ReplyModbus.CoilWritten(1, 0, 0xFF00)),
                Arguments.of("01 05 00 FF 00 00 FD FA", new ReplyModbus.CoilWritten(1, 0xFF, 0)),
                Arguments.of("01 06 10 00 00 00 8D 0A", new ReplyModbus.RegisterWritten(1, 0x1000, 0)),
                Arguments.of("00 06 40 00 00 02 1C 1A", new ReplyModbus.RegisterWritten(0, 0x4000, 2)),
                Arguments.of("00 06 20 00 00 01 42 1B", new ReplyModbus.RegisterWritten(0, 0x2000, 1)),
                Arguments.of("01 01 01 80 50 28", new ReplyModbus.Coils(1, 1, 0x80)),
                Arguments.of("01 02 06 01 00 00 00 00 80 E0 C8", new ReplyModbus.Inputs(1, 6, 0x800000000001L)),
                Arguments.of("01 82 02 C1 61", new ReplyModbus.Refused(1, 2, 2)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsItsBytesAndBack(String hex, CommandModbus command) {
        assertThat(Stream.hex(command.bytes())).isEqualTo(hex);
        assertThat(CommandModbus.of(Stream.hex(hex))).contains(command);
        goesThereAndBack(command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandWithAnyOneByteSpoiltIsRefused(String hex, CommandModbus command) {
        Spoilt.each(command.bytes(), spoilt -> assertThat(CommandModbus.of(spoilt))
                .as("%s of %s", Stream.hex(spoilt), hex)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void everyReplyIsItsBytesAndBack(String hex, ReplyModbus reply) {
        assertThat(Stream.hex(reply.bytes())).isEqualTo(hex);
        assertThat(ReplyModbus.of(Stream.hex(hex))).contains(reply);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsFoundInPiecesAndBehindGarbageAndRefusedWhenSpoilt(String hex, ReplyModbus reply) {
        RTU.isFoundInPiecesOfAnySize(Stream.hex(hex), reply);
        RTU.isFoundBehindGarbage(Stream.hex(hex), reply);
        RTU.isFoundAgainAfterItsOwnFirstPart(Stream.hex(hex), reply);
        RTU.isRefusedWithAnyOneByteSpoilt(Stream.hex(hex), reply);
    }

    @Test
    void overTcpAHeaderStandsBeforeTheSame() {
        CommandModbusTcp flash = new CommandModbusTcp(0x1234, new CommandModbus.FlashOn(1, 1, 5));
        assertThat(Stream.hex(flash.bytes())).isEqualTo("12 34 00 00 00 06 01 05 02 00 00 05");
        assertThat(CommandModbusTcp.of(flash.bytes())).contains(flash);
        ReplyModbusTcp inputs = new ReplyModbusTcp(0xFFFF, new ReplyModbus.Inputs(1, 1, 4));
        assertThat(Stream.hex(inputs.bytes())).isEqualTo("FF FF 00 00 00 04 01 02 01 04");
        assertThat(ReplyModbusTcp.of(inputs.bytes())).contains(inputs);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void overTcpAReplyIsFoundInPiecesAndBehindGarbage(String hex, ReplyModbus reply) {
        ReplyModbusTcp framed = new ReplyModbusTcp(0x1234, reply);
        assertThat(ReplyModbusTcp.of(framed.bytes())).contains(framed);
        TCP.isFoundInPiecesOfAnySize(framed.bytes(), framed);
        TCP.isFoundBehindGarbage(framed.bytes(), framed);
    }

    /** TCP has no checksum of its own, so what is asserted is less: a spoilt header never gives a reply. */
    @ParameterizedTest
    @MethodSource("replies")
    void overTcpAReplyWithSpoiltProtocolOrLengthIsRefused(String hex, ReplyModbus reply) {
        byte[] frame = new ReplyModbusTcp(0x1234, reply).bytes();
        for (int i = 2; i <= 5; i++) {
            for (int change = 1; change < 256; change++) {
                byte[] spoilt = frame.clone();
                spoilt[i] ^= (byte) change;
                assertThat(new RepliesModbusTcp().feed(spoilt))
                        .as(Stream.hex(spoilt))
                        .isEmpty();
            }
        }
    }

    @Test
    void everyAddressAndChannelGoesThereAndBack() {
        for (int address = 1; address <= 247; address++) {
            goesThereAndBack(new CommandModbus.AllOff(address));
            goesThereAndBack(new CommandModbus.SetAddress(address));
            goesThereAndBack(new ReplyModbus.RegisterWritten(0, 0x4000, address));
            for (int code = 1; code < 256; code++) {
                goesThereAndBack(new ReplyModbus.Refused(address, 5, code));
            }
            for (int size = 1; size <= 6; size++) {
                goesThereAndBack(new ReplyModbus.Coils(address, size, (1L << (8 * size)) - address));
                goesThereAndBack(new ReplyModbus.Inputs(address, size, 1L << ((8 * size) - 1)));
            }
        }
        for (int channel = 1; channel <= 48; channel++) {
            goesThereAndBack(new CommandModbus.On(1, channel));
            goesThereAndBack(new CommandModbus.Off(1, channel));
            goesThereAndBack(new CommandModbus.ReadCoils(1, channel));
            goesThereAndBack(new CommandModbus.ReadInputs(1, channel));
            goesThereAndBack(new CommandModbus.SetMode(1, channel, channel));
            goesThereAndBack(new ReplyModbus.CoilWritten(1, channel, 0xFF00));
        }
        for (int tenths = 1; tenths <= 32_767; tenths++) {
            goesThereAndBack(new CommandModbus.FlashOn(1, 48, tenths));
        }
        for (Baud baud : Baud.values()) {
            goesThereAndBack(new CommandModbus.SetBaud(baud));
        }
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new CommandModbus.On(0, 1)).hasMessageContaining("1 to 247");
        assertThatThrownBy(() -> new CommandModbus.On(248, 1)).hasMessageContaining("1 to 247");
        assertThatThrownBy(() -> new CommandModbus.On(1, 49)).hasMessageContaining("1 to 48");
        assertThatThrownBy(() -> new CommandModbus.FlashOn(1, 1, 0)).hasMessageContaining("1 to 32767");
        assertThatThrownBy(() -> new CommandModbus.FlashOn(1, 1, 32_768)).hasMessageContaining("1 to 32767");
        assertThatThrownBy(() -> new ReplyModbus.Inputs(1, 1, 256)).hasMessageContaining("bits");
        assertThatThrownBy(() -> new ReplyModbus.Refused(1, 3, 1)).hasMessageContaining("function");
        assertThatThrownBy(() -> new ReplyModbus.CoilWritten(1, 0x100, 0)).hasMessageContaining("coil");
        assertThatThrownBy(() -> new CommandModbusTcp(65_536, new CommandModbus.AllOff(1)))
                .hasMessageContaining("65535");
    }

    private static void goesThereAndBack(CommandModbus command) {
        assertThat(CommandModbus.of(command.bytes())).contains(command);
        CommandModbusTcp framed = new CommandModbusTcp(command.address(), command);
        assertThat(CommandModbusTcp.of(framed.bytes())).contains(framed);
    }

    private static void goesThereAndBack(ReplyModbus reply) {
        assertThat(new RepliesModbusRtu().feed(reply.bytes())).containsExactly(reply);
        ReplyModbusTcp framed = new ReplyModbusTcp(reply.address(), reply);
        assertThat(new RepliesModbusTcp().feed(framed.bytes())).containsExactly(framed);
    }
}
