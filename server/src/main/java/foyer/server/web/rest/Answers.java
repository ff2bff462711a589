package foyer.server.web.rest;

import foyer.server.desk.Answer;
import foyer.server.projection.PatronLists;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the desk said, as REST answers it. */
@Component
final class Answers {
    private final PatronLists patrons;

    Answers(PatronLists patrons) {
        this.patrons = patrons;
    }

    /**
     * The id of what was done.
     *
     * @param unknown what is said of another's, or another network's: it is answered as if it were not there
     * @throws Refused when it was not done
     */
    static String done(Answer answer, Problem unknown) {
        return switch (answer) {
            case Answer.Done done -> done.id();
            case Answer.Given given -> given.id();
            case Answer.Refused refused ->
                throw new Refused(problem(refused, unknown), refused.detail(), Optional.empty());
        };
    }

    /** The same; a refusal that only the library can settle says the phone of the patron's branch. */
    String done(Answer answer, Problem unknown, String patron) {
        return switch (answer) {
            case Answer.Done done -> done.id();
            case Answer.Given given -> given.id();
            case Answer.Refused refused -> {
                Problem problem = problem(refused, unknown);
                Optional<String> phone = problem.wantsPhone() ? patrons.phoneOfBranch(patron) : Optional.empty();
                throw new Refused(problem, refused.detail(), phone);
            }
        };
    }

    static Problem problem(Answer.Refused refused, Problem unknown) {
        return switch (refused.code()) {
            case "not-yours", "other-network" -> unknown;
            default -> Problem.of(refused.code());
        };
    }

    /** With its version as the ETag, which If-Match takes. */
    static <T> ResponseEntity<T> tagged(long version, T body) {
        return ResponseEntity.ok().eTag(Long.toString(version)).body(body);
    }
}
