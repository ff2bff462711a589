package foyer.bridge.proof;

import foyer.bridge.Hardware;
import foyer.bridge.board.Board;
import foyer.bridge.board.BoardSetup;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Protocol;
import foyer.bridge.board.Protocol8A80;
import foyer.bridge.board.ProtocolCu16;
import foyer.bridge.board.ProtocolCu48;
import foyer.bridge.board.ProtocolModbusRtu;
import foyer.bridge.board.ProtocolModbusTcp;
import foyer.bridge.board.Reading;
import foyer.bridge.board.WireBus;
import foyer.bridge.frame.Replies;
import foyer.bridge.frame.Reply8A80;
import foyer.bridge.frame.ReplyCu16;
import foyer.bridge.frame.ReplyCu48;
import foyer.bridge.frame.ReplyModbus;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** A bus that sends a pulse again if it is not answered at once, as drivers of other hardware rightly do. */
record PlantedDriver(Bus bus) implements Bus {
    private static final long ANSWERED_WITHIN = TimeUnit.MILLISECONDS.toNanos(50);

    @Override
    public Board board(String name) {
        Board board = bus.board(name);
        return new Board() {
            @Override
            public Optional<Reading> read(BooleanSupplier hurried) throws LineLost, InterruptedException {
                return board.read(hurried);
            }

            @Override
            public void pulse(int channel) throws LineLost, InterruptedException {
                board.pulse(channel);
                bus.listen(ANSWERED_WITHIN);
                if (board.read(() -> true).isEmpty()) {
                    board.pulse(channel);
                }
            }
        };
    }

    @Override
    public void listen(long nanos) throws LineLost, InterruptedException {
        bus.listen(nanos);
    }

    @Override
    public long now() {
        return bus.now();
    }

    @Override
    public long skipped() {
        return bus.skipped();
    }

    @Override
    public boolean echoes() {
        return bus.echoes();
    }

    @Override
    public void close() {
        bus.close();
    }

    /** Over boards whose every answer is taken for that of the board that was asked. */
    static Bus openTakingAnyAddress(Line line, Hardware hardware) throws LineLost, InterruptedException {
        List<Hardware.BoardMap> maps =
                hardware.boardsOn(hardware.lines().getFirst().name());
        List<BoardSetup> setups = maps.stream()
                .map(map -> new BoardSetup(
                        map.name(),
                        map.address(),
                        map.channels(),
                        TimeUnit.MILLISECONDS.toNanos(map.replyMillis()),
                        map.pulseMillis()))
                .toList();
        return switch (maps.getFirst().kind()) {
            case BOARD_8A80 -> WireBus.open(line, new AnyAddress<>(new Protocol8A80(), PlantedDriver::bits), setups);
            case CU16 -> WireBus.open(line, new AnyAddress<>(new ProtocolCu16(), PlantedDriver::bits), setups);
            case CU48 -> WireBus.open(line, new AnyAddress<>(new ProtocolCu48(), PlantedDriver::bits), setups);
            case MODBUS -> WireBus.open(line, new AnyAddress<>(new ProtocolModbusRtu(), PlantedDriver::bits), setups);
            case MODBUS_TCP -> WireBus.open(line, new ProtocolModbusTcp(), setups);
            case GPIO -> throw new IllegalArgumentException("pins have no address");
        };
    }

    private static OptionalLong bits(BoardSetup asked, Reply8A80 reply) {
        return reply instanceof Reply8A80.All all ? OptionalLong.of(all.bits()) : OptionalLong.empty();
    }

    private static OptionalLong bits(BoardSetup asked, ReplyCu16 reply) {
        return reply instanceof ReplyCu16.Status status ? OptionalLong.of(status.hooks()) : OptionalLong.empty();
    }

    private static OptionalLong bits(BoardSetup asked, ReplyCu48 reply) {
        return reply instanceof ReplyCu48.Status status ? OptionalLong.of(status.bits()) : OptionalLong.empty();
    }

    private static OptionalLong bits(BoardSetup asked, ReplyModbus reply) {
        return reply instanceof ReplyModbus.Inputs inputs ? OptionalLong.of(inputs.bits()) : OptionalLong.empty();
    }

    private record AnyAddress<R>(Protocol<R> protocol, BiFunction<BoardSetup, R, OptionalLong> bits)
            implements Protocol<R> {
        @Override
        public byte[] question(BoardSetup board) {
            return protocol.question(board);
        }

        @Override
        public Replies<R> replies(int channels) {
            return protocol.replies(channels);
        }

        @Override
        public OptionalLong contacts(BoardSetup asked, R reply) {
            return bits.apply(asked, reply);
        }

        @Override
        public byte[] pulse(BoardSetup board, int channel) {
            return protocol.pulse(board, channel);
        }

        @Override
        public long busyNanos() {
            return protocol.busyNanos();
        }
    }
}
