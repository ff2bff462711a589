package foyer.bridge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of a hardware file one after another; the first that is wrong refuses the whole file. */
final class HardwareFile {
    private static final String OPENING = "opening jammed-after=2500";
    private static final int DEFAULT_JAMMED_AFTER_MILLIS = 2_500;

    private final String file;
    private final Claims claims = new Claims();
    private final LinesInFile lines = new LinesInFile(claims);
    private final BoardsInFile boards = new BoardsInFile(claims, lines);
    private final PartsInFile parts = new PartsInFile(claims, boards);
    private int jammedAfterMillis = DEFAULT_JAMMED_AFTER_MILLIS;

    HardwareFile(String file) {
        this.file = file;
    }

    Hardware read(List<String> text) throws HardwareFault {
        for (int i = 0; i < text.size(); i++) {
            String content = text.get(i).replaceFirst("#.*", "").strip();
            if (!content.isEmpty()) {
                take(new Statement(file, i + 1, content));
            }
        }
        Optional<Statement> idle = claims.firstUnused();
        if (idle.isPresent()) {
            throw idle.get().fault("nothing hangs on it; add what does, or remove this line");
        }
        if (parts.doors().isEmpty() && parts.bins().isEmpty()) {
            throw new HardwareFault(
                    file,
                    Math.max(1, text.size()),
                    "the file ends without a door or bin; write for example: " + PartsInFile.DOOR);
        }
        return new Hardware(
                lines.lines(),
                boards.boards(),
                parts.doors(),
                parts.bins(),
                parts.tampers(),
                parts.powers(),
                lines.scanners(),
                lines.codes(),
                jammedAfterMillis);
    }

    private void take(Statement statement) throws HardwareFault {
        switch (statement.word(0, PartsInFile.DOOR)) {
            case "line" -> lines.line(statement);
            case "board" -> boards.board(statement);
            case "door" -> parts.door(statement);
            case "bin" -> parts.bin(statement);
            case "tamper" -> parts.tamper(statement);
            case "power" -> parts.power(statement);
            case "scanner" -> lines.scanner(statement);
            case "code" -> lines.code(statement);
            case "opening" -> opening(statement);
            default ->
                throw statement.fault("'" + statement.word(0, PartsInFile.DOOR)
                        + "' is not known; begin with line, board, door, bin, tamper, power, scanner, code or opening");
        }
    }

    private void opening(Statement statement) throws HardwareFault {
        claims.claim(statement, "opening", "write it once");
        statement.only(1, Set.of("jammed-after"), OPENING);
        jammedAfterMillis = statement.number("jammed-after", 500, 10_000);
    }
}
