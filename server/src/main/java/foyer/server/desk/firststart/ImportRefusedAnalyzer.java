package foyer.server.desk.firststart;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refusal as what it is, a sentence, rather than as a page of frames. */
public final class ImportRefusedAnalyzer extends AbstractFailureAnalyzer<ImportRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ImportRefused cause) {
        return new FailureAnalysis(
                "Nothing was imported. " + cause.getMessage(), "Correct the file and start again.", cause);
    }
}
