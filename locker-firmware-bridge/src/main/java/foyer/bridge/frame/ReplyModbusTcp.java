package foyer.bridge.frame;

import java.util.Optional;

/**
 * A Modbus relay board's reply over TCP. TCP keeps its bytes whole, so it has no checksum; the transaction says which
 * question it answers.
 *
 * @param transaction of the command it answers, 0 to 65,535
 */
public record ReplyModbusTcp(int transaction, ReplyModbus reply) {
    public ReplyModbusTcp {
        BytesModbus.check("transaction", transaction, 0, BytesModbus.MAX_TRANSACTION);
    }

    public byte[] bytes() {
        return BytesModbus.tcp(transaction, reply.address(), ReplyPdu.bytes(reply));
    }

    /** The reply of exactly these bytes; empty if they are none. */
    public static Optional<ReplyModbusTcp> of(byte[] frame) {
        if (!BytesModbus.isTcp(frame)) {
            return Optional.empty();
        }
        return ReplyPdu.of(BytesModbus.at(frame, BytesModbus.UNIT), BytesModbus.pduOfTcp(frame))
                .map(reply -> new ReplyModbusTcp(BytesModbus.word(frame, 0), reply));
    }
}
