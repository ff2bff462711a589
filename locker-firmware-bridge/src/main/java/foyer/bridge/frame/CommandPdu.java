package foyer.bridge.frame;

import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Commands as Modbus PDUs: function and data, without address and frame. */
final class CommandPdu {
    private CommandPdu() {}

    static byte[] bytes(CommandModbus command) {
        return switch (command) {
            case CommandModbus.FlashOn(int address, int channel, int tenths) ->
                coil(BytesModbus.FLASH_ON + channel - 1, tenths);
            case CommandModbus.On(int address, int channel) -> coil(channel - 1, BytesModbus.ON);
            case CommandModbus.Off(int address, int channel) -> coil(channel - 1, BytesModbus.OFF);
            case CommandModbus.AllOff(int address) -> coil(BytesModbus.ALL_COILS, BytesModbus.OFF);
            case CommandModbus.ReadCoils(int address, int channels) -> {
                ByteBuffer pdu = BytesModbus.pdu();
                ReadCoilsRequest.Serializer.encode(new ReadCoilsRequest(0, channels), pdu);
                yield BytesModbus.written(pdu);
            }
            case CommandModbus.ReadInputs(int address, int channels) -> {
                ByteBuffer pdu = BytesModbus.pdu();
                ReadDiscreteInputsRequest.Serializer.encode(new ReadDiscreteInputsRequest(0, channels), pdu);
                yield BytesModbus.written(pdu);
            }
            case CommandModbus.SetMode(int address, int channel, int mode) ->
                register(BytesModbus.MODE + channel - 1, mode);
            case CommandModbus.SetAddress(int newAddress) -> register(BytesModbus.ADDRESS, newAddress);
            case CommandModbus.SetBaud(CommandModbus.Baud baud) -> register(BytesModbus.BAUD, baud.code);
        };
    }

    private static byte[] coil(int at, int value) {
        ByteBuffer pdu = BytesModbus.pdu();
        WriteSingleCoilRequest.Serializer.encode(new WriteSingleCoilRequest(at, value), pdu);
        return BytesModbus.written(pdu);
    }

    private static byte[] register(int at, int value) {
        ByteBuffer pdu = BytesModbus.pdu();
        WriteSingleRegisterRequest.Serializer.encode(new WriteSingleRegisterRequest(at, value), pdu);
        return BytesModbus.written(pdu);
    }

    /** The command with this address and exactly this PDU; empty if there is none. */
    static Optional<CommandModbus> of(int address, byte[] pdu) {
        if (pdu.length != BytesModbus.PDU) {
            return Optional.empty();
        }
        int function = BytesModbus.at(pdu, 0);
        int at = BytesModbus.word(pdu, 1);
        int value = BytesModbus.word(pdu, 3);
        if (address == BytesModbus.BROADCAST) {
            return function == BytesModbus.WRITE_REGISTER ? toAll(at, value) : Optional.empty();
        }
        if (!BytesModbus.isAddress(address)) {
            return Optional.empty();
        }
        return switch (function) {
            case BytesModbus.WRITE_COIL -> coil(address, at, value);
            case BytesModbus.WRITE_REGISTER -> {
                int channel = at - BytesModbus.MODE + 1;
                yield isChannel(channel)
                        ? Optional.of(new CommandModbus.SetMode(address, channel, value))
                        : Optional.empty();
            }
            case BytesModbus.READ_COILS ->
                at == 0 && isChannel(value)
                        ? Optional.of(new CommandModbus.ReadCoils(address, value))
                        : Optional.empty();
            case BytesModbus.READ_INPUTS ->
                at == 0 && isChannel(value)
                        ? Optional.of(new CommandModbus.ReadInputs(address, value))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<CommandModbus> coil(int address, int at, int value) {
        int flashed = at - BytesModbus.FLASH_ON + 1;
        if (isChannel(flashed) && value >= 1 && value <= BytesModbus.MAX_TENTHS) {
            return Optional.of(new CommandModbus.FlashOn(address, flashed, value));
        }
        if (isChannel(at + 1) && value == BytesModbus.ON) {
            return Optional.of(new CommandModbus.On(address, at + 1));
        }
        if (isChannel(at + 1) && value == BytesModbus.OFF) {
            return Optional.of(new CommandModbus.Off(address, at + 1));
        }
        boolean allOff = at == BytesModbus.ALL_COILS && value == BytesModbus.OFF;
        return allOff ? Optional.of(new CommandModbus.AllOff(address)) : Optional.empty();
    }

    private static Optional<CommandModbus> toAll(int at, int value) {
        if (at == BytesModbus.ADDRESS && BytesModbus.isAddress(value)) {
            return Optional.of(new CommandModbus.SetAddress(value));
        }
        for (CommandModbus.Baud baud : CommandModbus.Baud.values()) {
            if (at == BytesModbus.BAUD && value == baud.code) {
                return Optional.of(new CommandModbus.SetBaud(baud));
            }
        }
        return Optional.empty();
    }

    private static boolean isChannel(int value) {
        return value >= 1 && value <= BytesModbus.MAX_CHANNEL;
    }
}
