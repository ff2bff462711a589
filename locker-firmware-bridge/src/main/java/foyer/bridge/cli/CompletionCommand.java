package foyer.bridge.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete this tool's words. */
@CommandLine.Command(
        name = "completion",
        description = {
            "Prints a shell's completion for this tool.",
            "bash: source <(locker-bridge completion bash)",
            "zsh: autoload -U +X bashcompinit && bashcompinit; source <(locker-bridge completion zsh)"
        })
final class CompletionCommand extends Command {
    /** One script serves both: it switches zsh to bash's way by itself. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** @param script for completion */
    private record Script(Shell shell, String script) {}

    @Override
    public Integer call() {
        String script = AutoComplete.bash("locker-bridge", spec.root().commandLine());
        if (json()) {
            document(new Script(shell, script));
        } else {
            out().print(script);
            out().flush();
        }
        return Exit.FINE;
    }
}
