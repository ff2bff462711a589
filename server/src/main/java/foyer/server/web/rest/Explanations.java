package foyer.server.web.rest;

import foyer.server.desk.Ask;
import foyer.server.desk.Explaining;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Placing holds and explaining why not, alike for patrons and for staff on their behalf. */
@Component
final class Explanations {
    private final Projections projections;
    private final Explaining explaining;
    private final HoldDesk desk;
    private final Answers answers;
    private final Problems problems;

    Explanations(Projections projections, Explaining explaining, HoldDesk desk, Answers answers, Problems problems) {
        this.projections = projections;
        this.explaining = explaining;
        this.desk = desk;
        this.answers = answers;
        this.problems = problems;
    }

    /** Answers the hold's id. */
    String place(Ask ask, Signed who, String patron, PatronHoldsRest.NewHold body) {
        return answers.done(desk.place(ask, patron, body.wish()), elsewhere(who, body.title()), patron);
    }

    ExplanationJson placing(
            Signed who, String patron, String title, @Nullable String item, String branch, Locale language) {
        if (elsewhere(who, title) == Problem.NO_SUCH_TITLE) {
            throw new Refused(Problem.NO_SUCH_TITLE);
        }
        if (projections.branches(who.network()).stream()
                .noneMatch(row -> row.id().equals(branch))) {
            throw new Refused(Problem.NO_SUCH_BRANCH);
        }
        return explaining
                .placing(patron, title, Optional.ofNullable(item), branch)
                .map(said -> ExplanationJson.of(
                        said, code -> problems.words(Problem.of(code).code(), language)))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_PATRON));
    }

    ExplanationJson.ExpectedJson expected(HoldRow hold) {
        return explaining
                .expected(hold.id())
                .map(ExplanationJson.ExpectedJson::of)
                .orElseThrow(() -> new Refused(Problem.WRONG_STATE, hold.state(), Optional.empty()));
    }

    /** Which of title and branch is another network's, and so not there. */
    private Problem elsewhere(Signed who, String title) {
        boolean ours =
                projections.networkOfTitle(title).filter(who.network()::equals).isPresent();
        return ours ? Problem.NO_SUCH_BRANCH : Problem.NO_SUCH_TITLE;
    }
}
