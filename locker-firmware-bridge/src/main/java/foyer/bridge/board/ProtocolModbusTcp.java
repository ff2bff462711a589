package foyer.bridge.board;

import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.CommandModbusTcp;
import foyer.bridge.frame.Replies;
import foyer.bridge.frame.RepliesModbusTcp;
import foyer.bridge.frame.ReplyModbusTcp;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Modbus relay boards in a network. Each question has a number, and only a reply with the last one's number is its
 * answer: a late one is told from today's.
 */
public final class ProtocolModbusTcp implements RelayProtocol<ReplyModbusTcp> {
    private static final int NUMBERS = 0x1_0000;
    /** A network may hold the second half of a frame back for longer than a serial line does. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(200);

    private int last;

    @Override
    public byte[] question(BoardSetup board) {
        return numbered(ModbusBoard.question(board));
    }

    @Override
    public Replies<ReplyModbusTcp> replies(int channels) {
        return new RepliesModbusTcp();
    }

    @Override
    public OptionalLong contacts(BoardSetup asked, ReplyModbusTcp reply) {
        return reply.transaction() == last ? ModbusBoard.contacts(asked, reply.reply()) : OptionalLong.empty();
    }

    @Override
    public byte[] pulse(BoardSetup board, int channel) {
        return numbered(ModbusBoard.pulse(board, channel));
    }

    @Override
    public byte[] set(BoardSetup board, int channel, boolean on) {
        return numbered(ModbusBoard.set(board, channel, on));
    }

    @Override
    public boolean acknowledges(BoardSetup board, ReplyModbusTcp reply) {
        return reply.transaction() == last && ModbusBoard.acknowledges(board, reply.reply());
    }

    @Override
    public long gapNanos() {
        return GAP;
    }

    private byte[] numbered(CommandModbus command) {
        last = (last + 1) % NUMBERS;
        return new CommandModbusTcp(last, command).bytes();
    }
}
