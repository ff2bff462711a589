package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.web.Words;
import foyer.server.web.rest.Problem;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a button, in words, for the page that is shown next. */
@Component
class Outcomes {
    private final Words words;

    Outcomes(Words words) {
        this.words = words;
    }

    /** @return whether it was done */
    boolean say(Answer answer, String done, Locale language, RedirectAttributes later) {
        return switch (answer) {
            case Answer.Done one -> done(done, language, later);
            case Answer.Given given -> done(done, language, later);
            case Answer.Refused no -> {
                later.addFlashAttribute("refused", List.of(refusal(no, language)));
                yield false;
            }
        };
    }

    private boolean done(String done, Locale language, RedirectAttributes later) {
        later.addFlashAttribute("done", words.say(language, done));
        return true;
    }

    String refusal(Answer.Refused no, Locale language) {
        return refusal(no.code(), language);
    }

    /** Where what is wrong is marked beside its field, that is said instead of pointing to a detail. */
    String onPage(String code, Locale language) {
        String key = "page." + code;
        return words.knows(key) ? words.say(language, key) : refusal(code, language);
    }

    String refusal(String code, Locale language) {
        String key = "problem." + Problem.of(code).code();
        return words.knows(key) ? words.say(language, key) : code;
    }
}
