package foyer.bridge.sim;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.CommandCu16;
import foyer.bridge.frame.CommandCu48;
import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.CommandModbusTcp;
import foyer.bridge.frame.Replies;
import foyer.bridge.frame.Replies8A80;
import foyer.bridge.frame.RepliesCu16;
import foyer.bridge.frame.RepliesCu48;
import foyer.bridge.frame.RepliesModbusRtu;
import foyer.bridge.frame.RepliesModbusTcp;
import foyer.bridge.frame.Reply8A80;
import foyer.bridge.frame.ReplyCu16;
import foyer.bridge.frame.ReplyCu48;
import foyer.bridge.frame.ReplyModbus;
import foyer.bridge.frame.ReplyModbusTcp;
import foyer.bridge.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks boards of one kind over a line, with the frames the drivers use. */
final class Caller {
    /** Longer than a board that is not late takes to answer on a busy machine. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(700);

    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(80);

    private final SimulatedBoard.Kind kind;
    private final int channels;
    private final Line line;
    private int transaction;

    Caller(SimulatedBoard.Kind kind, int channels, Line line) {
        this.kind = kind;
        this.channels = channels;
        this.line = line;
    }

    /** Every reading of this board's contacts that comes in answer to one question. */
    List<Long> contacts(int address) throws Exception {
        return readings(address, said(status(address)));
    }

    void pulse(int address, int channel) throws Exception {
        line.write(
                switch (kind) {
                    case BOARD_8A80 -> new Command8A80.Open(address, channel).bytes();
                    case CU16 -> new CommandCu16.Unlock(address, channel).bytes();
                    case CU48 -> new CommandCu48.Unlock(address, channel).bytes();
                    case MODBUS -> new CommandModbus.FlashOn(address, channel, 5).bytes();
                    case MODBUS_TCP ->
                        new CommandModbusTcp(++transaction, new CommandModbus.FlashOn(address, channel, 5)).bytes();
                });
    }

    /** The question for every contact. */
    byte[] status(int address) {
        return switch (kind) {
            case BOARD_8A80 -> new Command8A80.QueryAll(address).bytes();
            case CU16 -> new CommandCu16.Status(address).bytes();
            case CU48 -> new CommandCu48.Status(address).bytes();
            case MODBUS -> new CommandModbus.ReadInputs(address, channels).bytes();
            case MODBUS_TCP ->
                new CommandModbusTcp(++transaction, new CommandModbus.ReadInputs(address, channels)).bytes();
        };
    }

    /** What comes back when this is written, until the line is quiet. */
    List<byte[]> said(byte[] question) throws Exception {
        line.write(question);
        List<byte[]> pieces = new ArrayList<>();
        for (byte[] piece = line.read(PATIENCE); piece.length > 0; piece = line.read(QUIET)) {
            pieces.add(piece);
        }
        return pieces;
    }

    List<Long> readings(int address, List<byte[]> pieces) {
        return switch (kind) {
            case BOARD_8A80 ->
                found(new Replies8A80(Reply8A80.Expected.all(channels)), pieces).stream()
                        .filter(reply -> reply instanceof Reply8A80.All && reply.address() == address)
                        .map(reply -> ((Reply8A80.All) reply).bits())
                        .toList();
            case CU16 ->
                found(new RepliesCu16(), pieces).stream()
                        .filter(reply -> reply instanceof ReplyCu16.Status && reply.board() == address)
                        .map(reply -> (long) ((ReplyCu16.Status) reply).hooks())
                        .toList();
            case CU48 ->
                found(new RepliesCu48(), pieces).stream()
                        .filter(reply -> reply.board() == address)
                        .map(reply -> ((ReplyCu48.Status) reply).bits())
                        .toList();
            case MODBUS -> inputs(address, found(new RepliesModbusRtu(), pieces));
            case MODBUS_TCP ->
                inputs(
                        address,
                        found(new RepliesModbusTcp(), pieces).stream()
                                .filter(reply -> reply.transaction() == transaction)
                                .map(ReplyModbusTcp::reply)
                                .toList());
        };
    }

    private static List<Long> inputs(int address, List<ReplyModbus> replies) {
        return replies.stream()
                .filter(reply -> reply instanceof ReplyModbus.Inputs && reply.address() == address)
                .map(reply -> ((ReplyModbus.Inputs) reply).bits())
                .toList();
    }

    static <R> List<R> found(Replies<R> replies, List<byte[]> pieces) {
        return pieces.stream().flatMap(piece -> replies.feed(piece).stream()).toList();
    }
}
