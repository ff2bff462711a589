package foyer.bridge.frame;

import java.util.Optional;

/**
 * Finds the replies of Modbus relay boards in a TCP connection. They have no checksum, so only what a header and a
 * reply's beginning must be tells them from noise, as a serial line behind a gateway can add.
 */
public final class RepliesModbusTcp extends Search<ReplyModbusTcp> {
    /** Where the header says how many bytes follow; the three before it are 00. */
    private static final int LENGTH = 5;

    private static final int SHORTEST_PDU = 2;

    @Override
    int lengthAt(byte[] bytes, int from) {
        int there = bytes.length - from;
        for (int i = 2; i < LENGTH && i < there; i++) {
            if (bytes[from + i] != 0) {
                return 0;
            }
        }
        if (there <= LENGTH) {
            return BytesModbus.TCP + SHORTEST_PDU;
        }
        int said = BytesModbus.at(bytes, from + LENGTH) - 1;
        int pdu = ReplyPdu.lengthAt(bytes, from + BytesModbus.TCP);
        boolean sure = there >= BytesModbus.TCP + SHORTEST_PDU;
        boolean mayBe = said >= SHORTEST_PDU && said <= BytesModbus.LONGEST_PDU && pdu != 0 && (!sure || said == pdu);
        return mayBe ? said + BytesModbus.TCP : 0;
    }

    @Override
    Optional<ReplyModbusTcp> reply(byte[] frame) {
        return ReplyModbusTcp.of(frame);
    }
}
