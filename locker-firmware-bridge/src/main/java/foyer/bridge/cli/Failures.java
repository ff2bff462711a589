package foyer.bridge.cli;

import foyer.bridge.HardwareFault;
import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;

/** What goes wrong, in plain words on standard error and as an exit code; its stack only with {@code --debug}. */
final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    private final PrintWriter err;
    private final LockerBridge root;

    Failures(PrintWriter err, LockerBridge root) {
        this.err = err;
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        Told told = tell(failure);
        err.println(told.words());
        if (root.debug()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return told.exit();
    }

    private record Told(int exit, String words) {}

    private static Told tell(Exception failure) {
        return switch (failure) {
            case Refused refused -> new Told(Exit.REFUSED, words(refused));
            case HardwareFault fault -> new Told(Exit.REFUSED, "The hardware file is refused. " + words(fault));
            case Stopped stopped -> new Told(Exit.STOPPED, words(stopped));
            case InterruptedException ending -> new Told(Exit.STOPPED, "Stopped.");
            case LineLost lost -> new Told(Exit.LOST, words(lost));
            case AccessDeniedException denied ->
                new Told(Exit.REFUSED, denied.getFile() + " may not be read or written by this user");
            case FileSystemException file ->
                new Told(Exit.REFUSED, file.getFile() + " cannot be used: " + file.getReason());
            case IOException file -> new Told(Exit.REFUSED, "a file cannot be used: " + words(file));
            default ->
                new Told(
                        Exit.FOUND,
                        "This is a fault in locker-bridge ("
                                + failure.getClass().getSimpleName()
                                + "). Do it again with --debug and send what it prints.");
        };
    }

    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Write '" + command.getCommandSpec().qualifiedName() + " --help' for how it is used.");
        err.flush();
        return Exit.REFUSED;
    }
}
