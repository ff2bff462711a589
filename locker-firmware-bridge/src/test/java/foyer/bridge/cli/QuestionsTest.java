package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware;
import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.TestHardware;
import foyer.bridge.board.BoardSetup;
import foyer.bridge.board.Protocol;
import foyer.bridge.board.Protocol8A80;
import foyer.bridge.board.ProtocolCu16;
import foyer.bridge.board.ProtocolCu48;
import foyer.bridge.board.ProtocolModbusRtu;
import foyer.bridge.board.ProtocolModbusTcp;
import foyer.bridge.line.Line;
import foyer.bridge.sim.SimulatedWall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What find-boards asks, heard by boards that speak something else: to none of them may it be a pulse. */
@Timeout(120)
class QuestionsTest {
    private static final Map<BoardKind, Protocol<?>> PROTOCOLS = Map.of(
            BoardKind.BOARD_8A80, new Protocol8A80(),
            BoardKind.CU16, new ProtocolCu16(),
            BoardKind.CU48, new ProtocolCu48(),
            BoardKind.MODBUS, new ProtocolModbusRtu(),
            BoardKind.MODBUS_TCP, new ProtocolModbusTcp());
    private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8, 16, 24, 32, 48);

    @ParameterizedTest
    @EnumSource(value = BoardKind.class, mode = EnumSource.Mode.EXCLUDE, names = "GPIO")
    void noQuestionOfAnyProtocolMovesABoardOfAnotherKind(BoardKind kind, @TempDir Path folder) throws Exception {
        int highest = Math.min(32, kind.highestAddress());
        StringBuilder text = new StringBuilder("line main simulated\n");
        for (int address = kind.lowestAddress(); address <= highest; address++) {
            text.append("board b%d %s line=main address=%d channels=%d%n"
                    .formatted(address, kind.word(), address, kind.channels().getLast()));
            text.append("door d%d board=b%d channel=1 size=S height=LOW column=%d row=0 columns=1 rows=1%n"
                    .formatted(address, address, address));
        }
        Hardware hardware = TestHardware.read(folder, text.toString());
        try (SimulatedWall wall = SimulatedWall.inMemory(hardware);
                Line line = wall.connect("main")) {
            int answers = 0;
            for (BoardKind spoken : PROTOCOLS.keySet()) {
                for (int address = spoken.lowestAddress(); address <= spoken.highestAddress(); address++) {
                    for (int width : WIDTHS) {
                        line.write(PROTOCOLS.get(spoken).question(new BoardSetup("", address, width, 0, 0)));
                        answers += line.read(0).length;
                    }
                }
            }
            for (byte[] piece = line.read(TimeUnit.SECONDS.toNanos(1));
                    piece.length > 0;
                    piece = line.read(TimeUnit.SECONDS.toNanos(1))) {
                answers += piece.length;
            }
            assertThat(answers).as("its own questions were heard").isPositive();
            for (Hardware.BoardMap board : hardware.boards()) {
                assertThat(IntStream.rangeClosed(1, board.channels())
                                .map(wall.board(board.name())::openedPulses)
                                .sum())
                        .as("pulses of board %s", board.name())
                        .isZero();
            }
        }
    }
}
