package foyer.bridge.cli;

import foyer.bridge.Hardware.BoardKind;
import java.util.ArrayList;
import java.util.List;

/** What was found on a line, as statements of a hardware file. */
record FoundStatements(LineSpec line) {
    /** One line speaks one protocol at one speed: boards of another are comments. */
    List<String> of(List<BoardSearch.Found> found) {
        List<String> lines = new ArrayList<>();
        if (found.isEmpty()) {
            return lines;
        }
        BoardSearch.Found first = found.getFirst();
        lines.add("line main " + line.statement(first.baud()));
        for (int i = 0; i < found.size(); i++) {
            BoardSearch.Found board = found.get(i);
            boolean fits = board.kind() == first.kind() && board.baud() == first.baud();
            String statement = "board " + name(i) + " " + board.kind().word() + " line=main address=" + board.address()
                    + " channels=" + board.channels() + reply(board);
            lines.add(
                    fits
                            ? statement + remark(board)
                            : "# of another kind or speed, put it on a line of its own: " + statement);
        }
        return lines;
    }

    /** a to z, and then b26 and so on. */
    private static String name(int index) {
        return index < 26 ? String.valueOf((char) ('a' + index)) : "b" + index;
    }

    private String reply(BoardSearch.Found board) {
        return line instanceof LineSpec.Tcp ? " reply=" + Math.clamp(100 + 4 * board.millis(), 300, 1_000) : "";
    }

    private static String remark(BoardSearch.Found board) {
        if (board.kind() == BoardKind.CU16) {
            return "  # channels=12 if it is a CU12";
        }
        boolean relays = board.kind() == BoardKind.MODBUS || board.kind() == BoardKind.MODBUS_TCP;
        return relays ? "  # it answers for so many channels; count its relays" : "";
    }
}
