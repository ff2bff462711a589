package foyer.bridge.cli;

import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.SerialLine;
import foyer.bridge.line.TcpLine;
import java.util.OptionalInt;
import picocli.CommandLine;

/** A line as the command line names it: {@code serial:PATH[:BAUD]} or {@code tcp:HOST:PORT}. */
sealed interface LineSpec {
    /** @param baud empty for the usual speeds */
    record Serial(String path, OptionalInt baud) implements LineSpec {}

    record Tcp(String host, int port) implements LineSpec {}

    /** @param baud does not matter on a network line */
    default Line open(int baud) throws LineLost {
        return switch (this) {
            case Serial(String path, OptionalInt given) -> SerialLine.open(path, baud);
            case Tcp(String host, int port) -> TcpLine.open(host, port);
        };
    }

    /** The line's words in a hardware file, behind its name. */
    default String statement(int baud) {
        return switch (this) {
            case Serial(String path, OptionalInt given) -> "serial " + path + " " + baud;
            case Tcp(String host, int port) -> "tcp " + host + " " + port;
        };
    }

    /** Reads one, or says what to write. */
    final class Converter implements CommandLine.ITypeConverter<LineSpec> {
        @Override
        public LineSpec convert(String text) {
            int colon = text.lastIndexOf(':');
            String end = text.substring(colon + 1);
            boolean numbered = end.matches("[0-9]{1,6}");
            if (text.startsWith("serial:/")) {
                return numbered
                        ? new Serial(text.substring("serial:".length(), colon), OptionalInt.of(Integer.parseInt(end)))
                        : new Serial(text.substring("serial:".length()), OptionalInt.empty());
            }
            if (text.startsWith("tcp:") && numbered && colon > "tcp:".length()) {
                int port = Integer.parseInt(end);
                if (port >= 1 && port <= 65_535) {
                    return new Tcp(text.substring("tcp:".length(), colon), port);
                }
            }
            throw new CommandLine.TypeConversionException("'" + text
                    + "' is no line; write serial:/dev/serial/by-id/... or serial:/dev/ttyUSB0:9600 or"
                    + " tcp:192.168.1.20:4196");
        }
    }
}
