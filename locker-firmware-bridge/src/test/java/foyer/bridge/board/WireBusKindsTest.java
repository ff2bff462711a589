package foyer.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.frame.CommandModbusTcp;
import foyer.bridge.frame.ReplyModbus;
import foyer.bridge.frame.ReplyModbusTcp;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.MemoryLine;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One bus, whatever is spoken on it: the far end is worked by hand. */
@Timeout(30)
class WireBusKindsTest {
    private static final long SECOND = Spoken.SECOND;
    private static final byte[] GARBAGE = {0x55, 0x66, 0x77};

    private final MemoryLine.Pair pair = MemoryLine.pair();
    private final Line far = pair.far();
    private CompletableFuture<Void> reacted = CompletableFuture.completedFuture(null);

    @AfterEach
    void end() throws Exception {
        pair.near().close();
        reacted.get(5, TimeUnit.SECONDS);
    }

    /** What the far end does with each question. */
    private interface Reaction {
        void to(byte[] question) throws LineLost;
    }

    /** The far end, on a thread of its own until the line is closed. */
    private void reacting(Reaction reaction) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        reacted = ended;
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    byte[] question = far.read(SECOND);
                    if (question.length > 0) {
                        reaction.to(question);
                    }
                }
            } catch (LineLost closed) {
                ended.complete(null);
            } catch (RuntimeException | InterruptedException failed) {
                ended.completeExceptionally(failed);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("foyer.bridge.board.Spoken#all")
    void onlyTheAskedAddressCounts(Spoken spoken) throws Exception {
        Bus bus = spoken.opened().apply(pair.near()).bus();
        reacting(question -> {
            far.write(spoken.answering().answer(question, 2, 0xFFFF));
            far.write(spoken.answering().answer(question, 1, 0x8001));
        });
        assertThat(bus.board("a").read(() -> false))
                .hasValueSatisfying(reading -> assertThat(reading.bits()).isEqualTo(0x8001));
        assertThat(bus.skipped()).isZero();
    }

    @ParameterizedTest
    @MethodSource("foyer.bridge.board.Spoken#all")
    void anAnswerComesInPiecesOfAnySizeAfterGarbage(Spoken spoken) throws Exception {
        Bus bus = spoken.opened().apply(pair.near()).bus();
        reacting(question -> {
            far.write(GARBAGE);
            for (byte one : spoken.answering().answer(question, 1, 0x8001)) {
                far.write(new byte[] {one});
            }
        });
        assertThat(bus.board("a").read(() -> false))
                .hasValueSatisfying(reading -> assertThat(reading.shorted(16)).isTrue());
        assertThat(bus.skipped()).isEqualTo(GARBAGE.length);
    }

    @ParameterizedTest
    @MethodSource("foyer.bridge.board.Spoken#all")
    void halfAnAnswerCostsNoMoreThanItsQuestion(Spoken spoken) throws Exception {
        Bus bus = spoken.opened().apply(pair.near()).bus();
        List<byte[]> heard = new CopyOnWriteArrayList<>();
        reacting(question -> {
            heard.add(question);
            byte[] answer = spoken.answering().answer(question, 1, 0x8001);
            far.write(heard.size() == 1 ? Arrays.copyOf(answer, answer.length / 2) : answer);
        });
        assertThat(bus.board("a").read(() -> false)).isEmpty();
        assertThat(bus.skipped()).isPositive();
        assertThat(bus.board("a").read(() -> false)).isPresent();
        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("foyer.bridge.board.Spoken#all")
    void anEchoIsFoundAndNeitherNoiseNorAnswer(Spoken spoken) throws Exception {
        Spoken.Opened opened = spoken.opened().apply(pair.near());
        reacting(question -> {
            far.write(question);
            far.write(spoken.answering().answer(question, 1, 0x8001));
        });
        try (Bus bus = opened.opener().open()) {
            assertThat(bus.echoes()).isTrue();
            assertThat(bus.board("a").read(() -> false)).isPresent();
            assertThat(bus.skipped()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("foyer.bridge.board.Spoken#all")
    void aLineWithoutEchoHasNone(Spoken spoken) throws Exception {
        Spoken.Opened opened = spoken.opened().apply(pair.near());
        reacting(question -> far.write(spoken.answering().answer(question, 1, 0x8001)));
        try (Bus bus = opened.opener().open()) {
            assertThat(bus.echoes()).isFalse();
            assertThat(bus.board("a").read(() -> false)).isPresent();
        }
    }

    /** The published frames. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    8a80,       1, 0,    1, 8A0101119B
                    8a80,       1, 5000, 1, 8A010111059E
                    cu16,       1, 0,    6, 021531034B
                    cu48,       0, 0,    5, 02000461036A
                    modbus,     1, 500,  1, 0105020000050C71
                    modbus-tcp, 1, 500,  1, 000100000006010502000005
                    """)
    void onePulseIsOneFrame(String kind, int address, int pulseMillis, int channel, String frame) throws Exception {
        BoardSetup setup = new BoardSetup("a", address, 24, SECOND / 2, pulseMillis);
        Protocol<?> protocol =
                switch (kind) {
                    case "8a80" -> new Protocol8A80();
                    case "cu16" -> new ProtocolCu16();
                    case "cu48" -> new ProtocolCu48();
                    case "modbus" -> new ProtocolModbusRtu();
                    default -> new ProtocolModbusTcp();
                };
        new WireBus<>(pair.near(), protocol, List.of(setup)).board("a").pulse(channel);
        assertThat(HexFormat.of().withUpperCase().formatHex(far.read(SECOND))).isEqualTo(frame);
        assertThat(far.read(0)).isEmpty();
    }

    @Test
    void aCu16IsLeftAloneAfterItsPulse() throws Exception {
        Bus bus = Spoken.all().toList().get(1).opened().apply(pair.near()).bus();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> pulseAndRead(bus));
        assertThat(far.read(5 * SECOND)).isNotEmpty();
        long pulsedAt = System.nanoTime();
        assertThat(far.read(5 * SECOND)).isNotEmpty();
        assertThat(System.nanoTime() - pulsedAt).isGreaterThan(SECOND / 10);
        reading.get(5, TimeUnit.SECONDS);
    }

    private static void pulseAndRead(Bus bus) {
        try {
            bus.board("a").pulse(1);
            assertThat(bus.board("a").read(() -> false)).isEmpty();
        } catch (LineLost | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void inANetworkALateAnswerIsToldByItsNumber() throws Exception {
        Bus bus = Spoken.all().toList().getLast().opened().apply(pair.near()).bus();
        reacting(question -> {
            int transaction = CommandModbusTcp.of(question).orElseThrow().transaction();
            far.write(new ReplyModbusTcp(transaction - 1, new ReplyModbus.Inputs(1, 2, 0xFFFF)).bytes());
        });
        assertThat(bus.board("a").read(() -> false)).isEmpty();
        assertThat(bus.skipped()).isZero();
    }

    @Test
    void whatIsOnGoesOffWithTheBus() throws Exception {
        Bus bus = Spoken.all().toList().get(3).opened().apply(pair.near()).bus();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        reacting(command -> {
            heard.writeBytes(command);
            far.write(command);
        });
        relays(bus).set(1, true);
        relays(bus).set(2, true);
        relays(bus).set(2, false);
        bus.close();
        reacted.get(5, TimeUnit.SECONDS);
        assertThat(HexFormat.of().withUpperCase().formatHex(heard.toByteArray()))
                .startsWith("01050000FF008C3A")
                .endsWith("010500000000CDCA")
                .hasSize(4 * 16);
    }

    @Test
    void aBoardThatDoesNotTakeTheFirstIsNotAskedForTheRest() throws Exception {
        Bus bus = Spoken.all().toList().get(3).opened().apply(pair.near()).bus();
        relays(bus).set(1, true);
        relays(bus).set(2, true);
        bus.close();
        assertThat(far.read(0)).hasSize(8);
        assertThat(far.read(0)).hasSize(8);
        assertThat(far.read(0)).as("off").hasSize(8);
        assertThatThrownBy(() -> far.read(0)).isInstanceOf(LineLost.class);
    }

    private static RelayBoard relays(Bus bus) {
        return (RelayBoard) bus.board("a");
    }

    @Test
    void boardsWithLocksOnlyHaveNoLamps() {
        assertThat(Spoken.all()
                        .map(spoken -> spoken.opened().apply(pair.near()).bus().board("a") instanceof RelayBoard))
                .containsExactly(false, false, false, true, true);
    }
}
