package foyer.bridge.frame;

import java.util.Optional;

/**
 * A command to a Modbus relay board over TCP: an MBAP header and the command's PDU. The board's address is the unit.
 *
 * @param transaction chosen by who asks and given back in the reply, 0 to 65,535
 */
public record CommandModbusTcp(int transaction, CommandModbus command) {
    public CommandModbusTcp {
        BytesModbus.check("transaction", transaction, 0, BytesModbus.MAX_TRANSACTION);
    }

    public byte[] bytes() {
        return BytesModbus.tcp(transaction, command.address(), CommandPdu.bytes(command));
    }

    /** The command of exactly these bytes; empty if they are none. */
    public static Optional<CommandModbusTcp> of(byte[] frame) {
        if (!BytesModbus.isTcp(frame)) {
            return Optional.empty();
        }
        return CommandPdu.of(BytesModbus.at(frame, BytesModbus.UNIT), BytesModbus.pduOfTcp(frame))
                .map(command -> new CommandModbusTcp(BytesModbus.word(frame, 0), command));
    }
}
