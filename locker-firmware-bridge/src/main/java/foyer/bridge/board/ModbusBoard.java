package foyer.bridge.board;

import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.ReplyModbus;
import java.util.OptionalLong;

/** What Modbus relay boards are asked and how their replies are read, however both are framed. */
final class ModbusBoard {
    private static final int TENTH_MILLIS = 100;

    private ModbusBoard() {}

    static CommandModbus question(BoardSetup board) {
        return new CommandModbus.ReadInputs(board.address(), board.channels());
    }

    /** A reply does not say how many inputs it shows; one of another length answers another question. */
    static OptionalLong contacts(BoardSetup asked, ReplyModbus reply) {
        boolean whole = reply instanceof ReplyModbus.Inputs inputs
                && inputs.address() == asked.address()
                && inputs.size() == (asked.channels() + Byte.SIZE - 1) / Byte.SIZE;
        return whole ? OptionalLong.of(((ReplyModbus.Inputs) reply).bits()) : OptionalLong.empty();
    }

    static CommandModbus pulse(BoardSetup board, int channel) {
        return new CommandModbus.FlashOn(board.address(), channel, board.pulseMillis() / TENTH_MILLIS);
    }

    static CommandModbus set(BoardSetup board, int channel, boolean on) {
        return on ? new CommandModbus.On(board.address(), channel) : new CommandModbus.Off(board.address(), channel);
    }

    static boolean acknowledges(BoardSetup board, ReplyModbus reply) {
        return reply instanceof ReplyModbus.CoilWritten written && written.address() == board.address();
    }
}
