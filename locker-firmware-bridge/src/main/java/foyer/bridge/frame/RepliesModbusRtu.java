package foyer.bridge.frame;

import java.util.Optional;

/**
 * Finds the replies of Modbus relay boards on a serial line. RTU has no byte that begins a frame: a stray byte from 01
 * to F7 may look like the address of a longer one and cost the reply behind it, until the line falls silent.
 */
public final class RepliesModbusRtu extends Search<ReplyModbus> {
    @Override
    int lengthAt(byte[] bytes, int from) {
        int address = BytesModbus.at(bytes, from);
        if (address > BytesModbus.MAX_ADDRESS || (address == BytesModbus.BROADCAST && !setsAll(bytes, from + 1))) {
            return 0;
        }
        int pdu = ReplyPdu.lengthAt(bytes, from + 1);
        return pdu == 0 ? 0 : pdu + BytesModbus.RTU;
    }

    private static boolean setsAll(byte[] bytes, int function) {
        return function >= bytes.length || bytes[function] == BytesModbus.WRITE_REGISTER;
    }

    @Override
    Optional<ReplyModbus> reply(byte[] frame) {
        return ReplyModbus.of(frame);
    }
}
