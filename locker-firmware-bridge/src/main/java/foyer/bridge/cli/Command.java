package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/**
 * What all commands have. A command returns an {@link Exit} code; what it throws is put into words by {@link Failures}.
 */
abstract class Command implements Callable<Integer> {
    /** What people are told and asked goes here; with {@code --json} standard output is the document's alone. */
    final Surroundings surroundings;

    @Option(
            names = "--json",
            description = "Write JSON to standard output: one document, or one per line when watching.")
    private boolean json;

    Command(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return surroundings.out();
    }

    /** Where people are spoken to. */
    PrintWriter talk() {
        return json ? surroundings.err() : surroundings.out();
    }

    Style style() {
        return new Style(surroundings.screen().colors() && !json);
    }

    void say(String words) {
        talk().println(words);
        talk().flush();
    }

    /**
     * Writes out what was printed, where more is to come.
     *
     * @throws Stopped if the terminal was closed, or whatever reads the pipe has ended
     */
    void pass() throws Stopped {
        if (out().checkError()) {
            throw new Stopped("nobody reads the output any more");
        }
    }

    /** One document, which ends what there is to say on standard output. */
    void document(Object record) {
        out().println(Json.document(record));
        out().flush();
    }

    /**
     * Asks until something is answered.
     *
     * @throws Stopped if the input ends
     */
    String ask(String question) throws Stopped, InterruptedException {
        while (true) {
            talk().print(question + " ");
            talk().flush();
            switch (surroundings.in().next()) {
                case Answers.Answer.Line(String text) -> {
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
                case Answers.Answer.Ended() -> {
                    talk().println();
                    throw new Stopped("the input ended; nothing more is done");
                }
                case Answers.Answer.Nothing() -> throw new IllegalStateException("waited for ever");
            }
        }
    }

    /** A question to be answered by yes or no; q stops. */
    boolean isYes(String question) throws Stopped, InterruptedException {
        while (true) {
            switch (ask(question + " (y, n, q to stop)")) {
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                case "q" -> throw new Stopped("stopped");
                default -> say("Please write y, n or q.");
            }
        }
    }

    static Hardware read(Path file) throws HardwareFault, IOException, Refused {
        if (!Files.isRegularFile(file)) {
            throw new Refused("there is no file " + file + ": write the path of the station's hardware file");
        }
        return Hardware.read(file);
    }
}
