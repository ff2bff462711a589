package foyer.bridge.board;

import foyer.bridge.frame.CommandModbusTcp;
import foyer.bridge.frame.Reply8A80;
import foyer.bridge.frame.ReplyCu16;
import foyer.bridge.frame.ReplyCu48;
import foyer.bridge.frame.ReplyModbus;
import foyer.bridge.frame.ReplyModbusTcp;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every protocol, with what a board answers in it. */
record Spoken(String name, int channels, Function<Line, Opened> opened, Answering answering) {
    /** The answer of the board with this address to a question for all contacts. */
    interface Answering {
        byte[] answer(byte[] question, int address, long bits);
    }

    /** A bus that has not looked for an echo, and a way to one that has. */
    record Opened(Bus bus, Opener opener) {}

    interface Opener {
        Bus open() throws LineLost, InterruptedException;
    }

    static final long SECOND = 1_000_000_000L;

    static Stream<Spoken> all() {
        return Stream.of(
                new Spoken(
                        "8a80",
                        24,
                        line -> opened(line, new Protocol8A80(), 24),
                        (question, address, bits) -> new Reply8A80.All(address, 24, bits).bytes()),
                new Spoken(
                        "cu16",
                        16,
                        line -> opened(line, new ProtocolCu16(), 16),
                        (question, address, bits) -> new ReplyCu16.Status(address, false, (int) bits, 0).bytes()),
                new Spoken(
                        "cu48",
                        48,
                        line -> opened(line, new ProtocolCu48(), 48),
                        (question, address, bits) -> new ReplyCu48.Status(address, bits, 0).bytes()),
                new Spoken(
                        "modbus",
                        16,
                        line -> opened(line, new ProtocolModbusRtu(), 16),
                        (question, address, bits) -> new ReplyModbus.Inputs(address, 2, bits).bytes()),
                new Spoken("modbus-tcp", 16, line -> opened(line, new ProtocolModbusTcp(), 16), Spoken::overTcp));
    }

    private static byte[] overTcp(byte[] question, int address, long bits) {
        int transaction = CommandModbusTcp.of(question).orElseThrow().transaction();
        return new ReplyModbusTcp(transaction, new ReplyModbus.Inputs(address, 2, bits)).bytes();
    }

    private static <R> Opened opened(Line line, Protocol<R> protocol, int channels) {
        List<BoardSetup> setups = List.of(new BoardSetup("a", 1, channels, SECOND / 2, 500));
        return new Opened(new WireBus<>(line, protocol, setups), () -> WireBus.open(line, protocol, setups));
    }

    @Override
    public String toString() {
        return name;
    }
}
