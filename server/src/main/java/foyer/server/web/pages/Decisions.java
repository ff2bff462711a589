package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.projection.HoldRow;
import foyer.server.projection.LoanLists;
import foyer.server.projection.LoanRow;
import foyer.server.projection.Projections;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One button pressed for many rows: each is decided by itself, and what was not done is said with its title. */
@Component
class Decisions {
    /** More ticks than any of our lists has rows. */
    private static final int MOST = 500;

    private final Projections projections;
    private final LoanLists loans;
    private final Words words;
    private final Outcomes outcomes;

    Decisions(Projections projections, LoanLists loans, Words words, Outcomes outcomes) {
        this.projections = projections;
        this.loans = loans;
        this.words = words;
        this.outcomes = outcomes;
    }

    /**
     * @param done the words for how many were done, with {@code count}
     * @param none the words for when nothing was ticked
     */
    record Said(String done, String none) {}

    /** Another network's hold is answered as none. */
    void holds(
            Signed.Staff staff,
            List<String> chosen,
            Function<String, Answer> decide,
            Said said,
            Locale language,
            RedirectAttributes later) {
        Function<String, Optional<String>> title = id -> projections
                .hold(id)
                .filter(row -> row.network().equals(staff.network()))
                .map(HoldRow::title);
        each(chosen, title, id -> Answer.refused("no-such-hold"), decide, said, language, later);
    }

    /** Another network's loan is answered as none. */
    void loans(
            Signed.Staff staff,
            List<String> chosen,
            Function<String, Answer> decide,
            Said said,
            Locale language,
            RedirectAttributes later) {
        Function<String, Optional<String>> title = id -> loans.find(id)
                .filter(row -> row.network().equals(staff.network()))
                .map(LoanRow::title);
        each(chosen, title, id -> Answer.refused("no-such-loan"), decide, said, language, later);
    }

    private void each(
            List<String> chosen,
            Function<String, Optional<String>> title,
            Function<String, Answer> foreign,
            Function<String, Answer> decide,
            Said said,
            Locale language,
            RedirectAttributes later) {
        List<String> rows = chosen.stream()
                .filter(id -> !id.isBlank())
                .distinct()
                .limit(MOST)
                .toList();
        int done = 0;
        List<String> refused = new ArrayList<>();
        for (String row : rows) {
            Optional<String> ours = title.apply(row);
            switch ((ours.isPresent() ? decide : foreign).apply(row)) {
                case Answer.Done one -> done++;
                case Answer.Given one -> done++;
                case Answer.Refused no -> {
                    String why = outcomes.refusal(no, language);
                    refused.add(ours.map(name -> name + ": " + why).orElse(why));
                }
            }
        }
        if (done > 0) {
            later.addFlashAttribute("done", words.say(language, said.done(), Map.of("count", done)));
        } else if (rows.isEmpty()) {
            refused.add(words.say(language, said.none()));
        }
        later.addFlashAttribute("refused", refused);
    }
}
