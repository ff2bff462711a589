package foyer.kiosk.screen;

import foyer.kiosk.screen.model.Language;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the screen aloud by a command of the system's, on a thread of its own: starting a process may take its time. */
final class Speech {
    private static final Logger LOG = LoggerFactory.getLogger(Speech.class);

    private final List<String> command;
    private final ExecutorService voice =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("speech").factory());
    /** Touched only by the voice's thread. */
    private @Nullable Process speaking;

    Speech(List<String> command) {
        this.command = command;
    }

    /** Stops what is being said and says this. Returns at once. */
    void say(Language language, String words) {
        voice.execute(() -> speak(language, words));
    }

    /** Falls silent; a person who left is not to be read about. */
    void stop() {
        voice.execute(this::silence);
    }

    private void silence() {
        if (speaking != null) {
            speaking.destroy();
            speaking = null;
        }
    }

    private void speak(Language language, String words) {
        silence();
        List<String> line = command.stream()
                .map(part -> part.replace("{language}", language.code()))
                .toList();
        try {
            Process started = new ProcessBuilder(line)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            speaking = started;
            try (Writer input = started.outputWriter(StandardCharsets.UTF_8)) {
                input.write(words);
            }
        } catch (IOException silent) {
            // The words are on the screen too; whoever looks after the station is told why it is silent.
            LOG.warn("reading aloud does not work: {} cannot be started or ended early", line.getFirst(), silent);
        }
    }
}
