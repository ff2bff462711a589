package foyer.bridge.planted.board;

import picocli.CommandLine;

/** Planted: a board that reads command lines. */
public final class CommandInBoard {
    private CommandInBoard() {}

    static CommandLine commandLine() {
        return new CommandLine(new Object());
    }
}
