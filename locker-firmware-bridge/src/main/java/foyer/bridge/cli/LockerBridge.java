package foyer.bridge.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The tool's entry; each subcommand is a class of its own. */
@CommandLine.Command(
        name = "locker-bridge",
        description = "Tries out a station's lock boards, bins and scanners, and finds what is wrong with them.",
        versionProvider = LockerBridge.Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:done, and something wrong was found",
            "2:the command line or the hardware file is refused",
            "3:a line or board is lost or cannot be reached",
            "4:stopped by the user"
        })
public final class LockerBridge implements Runnable {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show the log and the stack of what goes wrong.")
    private boolean debug;

    private LockerBridge() {}

    /** Ends the process with one of the documented exit codes. */
    public static void main(String[] arguments) {
        // Before the first logger is made: that reads it, once.
        System.setProperty(LOG_LEVEL, List.of(arguments).contains("--debug") ? "debug" : "off");
        Interrupts.to(Thread.currentThread());
        System.exit(commandLine(Surroundings.ofProcess()).execute(arguments));
    }

    /** The whole tool, ready to execute command lines. */
    static CommandLine commandLine(Surroundings surroundings) {
        LockerBridge root = new LockerBridge();
        Failures failures = new Failures(surroundings.err(), root);
        CommandLine line = new CommandLine(root);
        List.of(
                        new PortsCommand(surroundings),
                        new FindBoardsCommand(surroundings),
                        new StatusCommand(surroundings),
                        new OpenCommand(surroundings),
                        new WalkCommand(surroundings),
                        new ScanCommand(surroundings),
                        new BinCommand(surroundings),
                        new SimulateCommand(surroundings),
                        new DoctorCommand(surroundings),
                        new CompletionCommand(surroundings))
                .forEach(line::addSubcommand);
        return line.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.screen().colors() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what is to be done: a command is missing.");
    }

    /** As the jar's manifest says. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"locker-bridge " + version()};
        }

        static String version() {
            String version = LockerBridge.class.getPackage().getImplementationVersion();
            return version == null ? "unpackaged" : version;
        }
    }
}
