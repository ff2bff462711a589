package foyer.bridge.frame;

import com.digitalpetri.modbus.Crc16;
import com.digitalpetri.modbus.MbapHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What Modbus commands and replies have in common: the numbers relay boards use, and both ways to send a PDU (its
 * function and data): RTU, between an address and a CRC16, and TCP, behind an MBAP header.
 */
final class BytesModbus {
    static final int READ_COILS = 1;
    static final int READ_INPUTS = 2;
    static final int WRITE_COIL = 5;
    static final int WRITE_REGISTER = 6;
    /** Set in the function of a refusal. */
    static final int REFUSED = 0x80;

    static final int BROADCAST = 0;
    static final int MAX_ADDRESS = 247;
    static final int MAX_CHANNEL = 48;
    static final int MAX_TRANSACTION = 0xFFFF;

    static final int FLASH_ON = 0x0200;
    static final int ALL_COILS = 0x00FF;
    static final int ON = 0xFF00;
    static final int OFF = 0;
    /** Half an hour and more; beyond it boards count backwards. */
    static final int MAX_TENTHS = 0x7FFF;

    static final int MODE = 0x1000;
    static final int BAUD = 0x2000;
    static final int ADDRESS = 0x4000;

    /** Bytes of the PDU of every command, and of the reply to a write. */
    static final int PDU = 5;
    /** What RTU adds to a PDU: address and CRC. */
    static final int RTU = 3;
    /** What TCP adds to a PDU: the MBAP header. */
    static final int TCP = 7;
    /** Where in a TCP frame the unit is, the last byte of the header. */
    static final int UNIT = 6;

    static final int LONGEST_PDU = 2 + MAX_CHANNEL / 8;

    private BytesModbus() {}

    /** For a PDU to be written in; {@link #written} makes it bytes. */
    static ByteBuffer pdu() {
        return ByteBuffer.allocate(LONGEST_PDU);
    }

    static byte[] written(ByteBuffer pdu) {
        byte[] bytes = new byte[pdu.position()];
        pdu.flip().get(bytes);
        return bytes;
    }

    static byte[] rtu(int address, byte[] pdu) {
        ByteBuffer frame =
                ByteBuffer.allocate(pdu.length + RTU).put((byte) address).put(pdu);
        return frame.order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) crc(frame.array()))
                .array();
    }

    static byte[] tcp(int transaction, int address, byte[] pdu) {
        ByteBuffer frame = ByteBuffer.allocate(pdu.length + TCP);
        MbapHeader.Serializer.encode(new MbapHeader(transaction, 0, pdu.length + 1, address), frame);
        return frame.put(pdu).array();
    }

    /** Whether an RTU frame, of 3 bytes or more, ends with the CRC of what is before. */
    static boolean intact(byte[] frame) {
        int sent = at(frame, frame.length - 2) | at(frame, frame.length - 1) << 8;
        return sent == crc(frame);
    }

    /** Whether the header says that it is Modbus and as long as it is. */
    static boolean isTcp(byte[] frame) {
        return frame.length > TCP && word(frame, 2) == 0 && word(frame, 4) == frame.length - UNIT;
    }

    static byte[] pduOfRtu(byte[] frame) {
        return Arrays.copyOfRange(frame, 1, frame.length - 2);
    }

    static byte[] pduOfTcp(byte[] frame) {
        return Arrays.copyOfRange(frame, TCP, frame.length);
    }

    private static int crc(byte[] frame) {
        Crc16 crc = new Crc16();
        crc.update(ByteBuffer.wrap(frame, 0, frame.length - 2));
        return crc.getValue();
    }

    static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    static int word(byte[] bytes, int index) {
        return at(bytes, index) << 8 | at(bytes, index + 1);
    }

    static boolean isAddress(int value) {
        return value >= 1 && value <= MAX_ADDRESS;
    }

    static boolean isFunction(int value) {
        return value == READ_COILS || value == READ_INPUTS || value == WRITE_COIL || value == WRITE_REGISTER;
    }

    /** Whether it is a count of bytes that hold channels. */
    static boolean isSize(int value) {
        return value >= 1 && value <= MAX_CHANNEL / 8;
    }

    /** Whether the upper byte of a coil's address is one that relay boards have. */
    static boolean isCoil(int upper) {
        return upper == 0 || upper == FLASH_ON >> 8;
    }

    /** Whether the upper byte of a register's address is one that relay boards have. */
    static boolean isRegister(int upper) {
        return upper == MODE >> 8 || upper == BAUD >> 8 || upper == ADDRESS >> 8;
    }

    static void checkBits(int size, long bits) {
        check("size", size, 1, MAX_CHANNEL / 8);
        if (bits < 0 || bits >>> (8 * size) != 0) {
            throw new IllegalArgumentException("more bits than " + size + " bytes");
        }
    }

    static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not " + least + " to " + most);
        }
    }

    static void checkAddress(int address) {
        check("address", address, 1, MAX_ADDRESS);
    }

    static void checkChannel(int channel) {
        check("channel", channel, 1, MAX_CHANNEL);
    }
}
