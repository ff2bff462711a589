package foyer.bridge.board;

import foyer.bridge.frame.Replies;
import foyer.bridge.frame.RepliesModbusRtu;
import foyer.bridge.frame.ReplyModbus;
import java.util.OptionalLong;

/** Modbus relay boards with inputs on a serial line: locks and lamps are relays, contacts are inputs. */
public final class ProtocolModbusRtu implements RelayProtocol<ReplyModbus> {
    @Override
    public byte[] question(BoardSetup board) {
        return ModbusBoard.question(board).bytes();
    }

    @Override
    public Replies<ReplyModbus> replies(int channels) {
        return new RepliesModbusRtu();
    }

    @Override
    public OptionalLong contacts(BoardSetup asked, ReplyModbus reply) {
        return ModbusBoard.contacts(asked, reply);
    }

    @Override
    public byte[] pulse(BoardSetup board, int channel) {
        return ModbusBoard.pulse(board, channel).bytes();
    }

    @Override
    public byte[] set(BoardSetup board, int channel, boolean on) {
        return ModbusBoard.set(board, channel, on).bytes();
    }

    @Override
    public boolean acknowledges(BoardSetup board, ReplyModbus reply) {
        return ModbusBoard.acknowledges(board, reply);
    }
}
