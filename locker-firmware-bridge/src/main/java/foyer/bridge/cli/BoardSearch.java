package foyer.bridge.cli;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.board.BoardSetup;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Protocol8A80;
import foyer.bridge.board.ProtocolCu16;
import foyer.bridge.board.ProtocolCu48;
import foyer.bridge.board.ProtocolModbusRtu;
import foyer.bridge.board.ProtocolModbusTcp;
import foyer.bridge.board.Reading;
import foyer.bridge.board.WireBus;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Asks every address of a line in one protocol after another. Only questions for the contacts are sent, never anything
 * that moves a lock or an output.
 */
final class BoardSearch {
    /** A board that reads one input tells by this many whether it has more; from the most down. */
    private static final List<Integer> RELAY_CHANNELS = List.of(48, 32, 24, 16, 8, 4, 2);

    private static final int ONE = 1;

    /** One protocol at one speed. */
    record Round(BoardKind kind, int baud) {}

    /** @param millis from the question to the answer */
    record Found(BoardKind kind, int address, int channels, int baud, long millis) {}

    /** Who is told how far it is. */
    interface Progress {
        void asked(Round round, int address);
    }

    private final LineSpec spec;
    private final int from;
    private final int to;
    private final int replyMillis;
    private final Progress progress;
    private final List<Found> found = new ArrayList<>();

    BoardSearch(LineSpec spec, int from, int to, int replyMillis, Progress progress) {
        this.spec = spec;
        this.from = from;
        this.to = to;
        this.replyMillis = replyMillis;
        this.progress = progress;
    }

    /** What has been found so far, also when the search was ended. */
    List<Found> found() {
        return List.copyOf(found);
    }

    int questions(Round round) {
        return (int) addresses(round.kind()).count();
    }

    private IntStream addresses(BoardKind kind) {
        return IntStream.rangeClosed(Math.max(from, kind.lowestAddress()), Math.min(to, kind.highestAddress()));
    }

    /** @throws LineLost if the line cannot be opened, or is lost twice at one address */
    void search(Round round) throws LineLost, InterruptedException {
        List<Integer> left = new ArrayList<>(addresses(round.kind()).boxed().toList());
        int lostAt = -1;
        while (!left.isEmpty()) {
            try (Bus bus = open(round)) {
                while (!left.isEmpty()) {
                    ask(bus, round, left.getFirst());
                    progress.asked(round, left.removeFirst());
                }
            } catch (LineLost lost) {
                // A network line on which nothing answers counts as lost after ten seconds: here that is no trouble.
                if (lostAt == left.getFirst()) {
                    throw lost;
                }
                lostAt = left.getFirst();
            }
        }
    }

    private void ask(Bus bus, Round round, int address) throws LineLost, InterruptedException {
        // The widest first: the answer of a wide board could by chance hold that of a narrow one, never the other way.
        for (int channels : channels(round.kind()).reversed()) {
            if (answer(bus, address, channels).isEmpty()) {
                continue;
            }
            // Once more, for one answer can be made of noise.
            long asked = System.nanoTime();
            Optional<Reading> again = answer(bus, address, channels);
            if (again.isPresent()) {
                long millis = TimeUnit.NANOSECONDS.toMillis(again.get().at() - asked);
                found.add(new Found(round.kind(), address, width(bus, address, channels), round.baud(), millis));
                return;
            }
        }
    }

    /** How many channels a board has that answers for so many. */
    private static int width(Bus bus, int address, int answered) throws LineLost, InterruptedException {
        if (answered != ONE) {
            return answered;
        }
        for (int channels : RELAY_CHANNELS) {
            if (answer(bus, address, channels).isPresent()) {
                return channels;
            }
        }
        return ONE;
    }

    private static Optional<Reading> answer(Bus bus, int address, int channels) throws LineLost, InterruptedException {
        long before = bus.skipped();
        Optional<Reading> reading = bus.board(name(address, channels)).read(() -> false);
        boolean heardSomething = bus.skipped() != before;
        // On a noisy line an answer may be spoilt: something that was heard is asked again.
        return reading.isEmpty() && heardSomething
                ? bus.board(name(address, channels)).read(() -> false)
                : reading;
    }

    /** What is asked for at first; of a relay board one input, which every one has. */
    private static List<Integer> channels(BoardKind kind) {
        return switch (kind) {
            case BOARD_8A80 -> List.of(24, 32);
            case CU16 -> List.of(16);
            case CU48 -> List.of(48);
            case MODBUS, MODBUS_TCP -> List.of(ONE);
            case GPIO -> throw new IllegalArgumentException("pins have no addresses");
        };
    }

    private Bus open(Round round) throws LineLost, InterruptedException {
        Line line = spec.open(round.baud());
        List<BoardSetup> setups = setups(round.kind());
        return switch (round.kind()) {
            case BOARD_8A80 -> WireBus.open(line, new Protocol8A80(), setups);
            case CU16 -> WireBus.open(line, new ProtocolCu16(), setups);
            case CU48 -> WireBus.open(line, new ProtocolCu48(), setups);
            case MODBUS -> WireBus.open(line, new ProtocolModbusRtu(), setups);
            case MODBUS_TCP -> WireBus.open(line, new ProtocolModbusTcp(), setups);
            case GPIO -> throw new IllegalArgumentException("pins have no addresses");
        };
    }

    private List<BoardSetup> setups(BoardKind kind) {
        List<Integer> widths = new ArrayList<>(channels(kind));
        if (widths.contains(ONE)) {
            widths.addAll(RELAY_CHANNELS);
        }
        long reply = TimeUnit.MILLISECONDS.toNanos(replyMillis);
        return addresses(kind)
                .boxed()
                .flatMap(address -> widths.stream()
                        .map(channels -> new BoardSetup(name(address, channels), address, channels, reply, 0)))
                .toList();
    }

    private static String name(int address, int channels) {
        return address + "/" + channels;
    }
}
