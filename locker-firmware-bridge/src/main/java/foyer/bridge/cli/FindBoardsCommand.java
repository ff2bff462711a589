package foyer.bridge.cli;

import foyer.bridge.Hardware.BoardKind;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Finds out what hangs on a line, by asking. */
@CommandLine.Command(
        name = "find-boards",
        description = "Asks every address in every protocol which boards hang on a line. Only asks; pulses nothing.")
final class FindBoardsCommand extends Command {
    private static final List<Integer> ALL_SPEEDS = List.of(9600, 19200, 115200, 57600, 38400, 4800, 2400, 1200);
    private static final int HIGHEST_ADDRESS = 247;
    private static final int SERIAL_REPLY_MILLIS = 100;
    private static final int NETWORK_REPLY_MILLIS = 300;

    @Option(
            names = "--line",
            required = true,
            converter = LineSpec.Converter.class,
            paramLabel = "LINE",
            description = "serial:PATH, serial:PATH:BAUD or tcp:HOST:PORT.")
    private LineSpec line = new LineSpec.Tcp("", 0);

    @Option(
            names = "--kind",
            split = ",",
            converter = KindConverter.class,
            paramLabel = "KIND",
            description = "Only these kinds of boards: 8a80, cu16, cu48, modbus, modbus-tcp.")
    private List<BoardKind> kinds = new ArrayList<>();

    @Option(names = "--all-speeds", description = "All speeds from 1200 to 115200 instead of each kind's usual ones.")
    private boolean allSpeeds;

    @Option(
            names = "--addresses",
            paramLabel = "FROM-TO",
            description = "Only these addresses, as in 1-10; all of each kind otherwise.")
    private String addresses = "0-" + HIGHEST_ADDRESS;

    @Option(
            names = "--reply",
            paramLabel = "MILLIS",
            description = "How long a board is given to answer; without it 100 on a serial port, 300 in a network.")
    private int reply;

    FindBoardsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** A board as it is written to JSON. */
    record Board(
            String kind,
            int address,
            int channels,
            @Nullable Integer baud,
            long millis) {}

    /** @param hardware the file's lines for what was found */
    record Result(String line, List<Board> boards, List<String> hardware) {}

    @Override
    public Integer call() throws Exception {
        int[] range = range();
        int patience = reply > 0 ? reply : isNetwork() ? NETWORK_REPLY_MILLIS : SERIAL_REPLY_MILLIS;
        List<BoardSearch.Round> rounds = rounds();
        List<BoardSearch.Found> found;
        boolean whole = false;
        try (ProgressBar bar = bar()) {
            BoardSearch search = new BoardSearch(line, range[0], range[1], patience, (round, address) -> {
                if (bar != null) {
                    bar.setExtraMessage(round.kind().word() + (isNetwork() ? "" : " " + round.baud()) + " " + address);
                    bar.step();
                }
            });
            if (bar != null) {
                bar.maxHint(rounds.stream().mapToInt(search::questions).sum());
            }
            try {
                for (BoardSearch.Round round : rounds) {
                    search.search(round);
                }
                whole = true;
            } catch (InterruptedException stopped) {
                say("Stopped; this is what was found until then.");
            }
            found = search.found();
        }
        report(found);
        return whole ? found.isEmpty() ? Exit.FOUND : Exit.FINE : Exit.STOPPED;
    }

    private boolean isNetwork() {
        return line instanceof LineSpec.Tcp;
    }

    private int[] range() throws Refused {
        if (!addresses.matches("[0-9]{1,3}-[0-9]{1,3}")) {
            throw new Refused("'" + addresses + "' are no addresses; write for example --addresses 1-10");
        }
        return Stream.of(addresses.split("-", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private List<BoardSearch.Round> rounds() throws Refused {
        List<BoardKind> asked = Stream.of(BoardKind.values())
                .filter(kind -> kind != BoardKind.GPIO && (kinds.isEmpty() || kinds.contains(kind)))
                .filter(kind -> isNetwork() || kind != BoardKind.MODBUS_TCP)
                .toList();
        if (asked.isEmpty()) {
            throw new Refused("modbus-tcp is spoken in networks only: write --line tcp:HOST:PORT, or --kind modbus");
        }
        List<BoardSearch.Round> rounds = new ArrayList<>();
        for (BoardKind kind : asked) {
            speeds(kind).forEach(baud -> rounds.add(new BoardSearch.Round(kind, baud)));
        }
        return rounds;
    }

    private List<Integer> speeds(BoardKind kind) {
        return switch (line) {
            // The converter has a speed of its own.
            case LineSpec.Tcp network -> List.of(0);
            case LineSpec.Serial serial -> {
                if (serial.baud().isPresent()) {
                    yield List.of(serial.baud().getAsInt());
                }
                boolean kerong = kind == BoardKind.CU16 || kind == BoardKind.CU48;
                yield allSpeeds ? ALL_SPEEDS : kerong ? List.of(19200, 9600) : List.of(9600);
            }
        };
    }

    private @Nullable ProgressBar bar() {
        if (!surroundings.screen().errTerminal()) {
            return null;
        }
        PrintStream stream = new PrintStream(new ToWriter(surroundings), true, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName("asking")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(
                        stream, surroundings.screen().size().get().columns() - 1))
                .build();
    }

    /** The bar knows streams only. */
    private static final class ToWriter extends OutputStream {
        private final Surroundings surroundings;

        ToWriter(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public void write(int one) {
            surroundings.err().write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            surroundings.err().write(new String(bytes, from, length, StandardCharsets.UTF_8));
        }

        @Override
        public void flush() {
            surroundings.err().flush();
        }
    }

    private void report(List<BoardSearch.Found> found) {
        List<String> hardware = new FoundStatements(line).of(found);
        if (json()) {
            List<Board> boards = found.stream()
                    .map(board -> new Board(
                            board.kind().word(),
                            board.address(),
                            board.channels(),
                            isNetwork() ? null : board.baud(),
                            board.millis()))
                    .toList();
            document(new Result(line.statement(0).replaceFirst(" 0$", ""), boards, hardware));
            return;
        }
        if (found.isEmpty()) {
            say("No board answered. Check its power, the wires A and B (try them the other way round), the address"
                    + " switch, and --all-speeds.");
            return;
        }
        for (BoardSearch.Found board : found) {
            say(board.kind().word() + " at address " + board.address() + ", " + board.channels() + " channels"
                    + (isNetwork() ? "" : ", " + board.baud() + " baud") + ", answers in " + board.millis() + " ms");
        }
        say("");
        say("For the hardware file:");
        hardware.forEach(this::say);
    }

    /** The words of a hardware file. */
    static final class KindConverter implements CommandLine.ITypeConverter<BoardKind> {
        @Override
        public BoardKind convert(String word) {
            return Stream.of(BoardKind.values())
                    .filter(kind -> kind != BoardKind.GPIO && kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + word + "' is no kind of board with an address; write 8a80, cu16, cu48, modbus or"
                                    + " modbus-tcp"));
        }
    }
}
