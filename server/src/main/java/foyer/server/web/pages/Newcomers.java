package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.PatronDesk;
import foyer.server.projection.PatronPages;
import foyer.server.projection.PatronRow;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Patrons are looked up, and new ones join. */
@Controller
class Newcomers {
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    private final PatronPages patrons;
    private final PatronDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;
    private final Words words;

    Newcomers(PatronPages patrons, PatronDesk desk, PlaceNames places, Outcomes outcomes, Words words) {
        this.patrons = patrons;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/staff/patrons")
    String search(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "") String q,
            Locale language,
            Model model) {
        String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        List<PatronRow> found = asked.isEmpty() ? List.of() : patrons.search(staff.network(), asked, MOST);
        model.addAttribute("q", asked);
        model.addAttribute("found", found);
        model.addAttribute("most", found.size() == MOST);
        return page(staff, atTheDesk(staff, language), Map.of(), language, model);
    }

    /** Who joins does so at the branch where staff sit, unless they say otherwise. */
    private static Map<String, String> atTheDesk(Signed.Staff staff, Locale language) {
        return Map.of("branch", staff.member().branch(), "language", language.getLanguage());
    }

    /** The answer shows the secrets this once: they are in no address, no session and no store. */
    @PostMapping("/staff/patrons")
    String register(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Map<String, String> wrong = missing(form, language);
        if (wrong.isEmpty()) {
            switch (desk.register(Ask.staff(staff.getName()), newcomer(form))) {
                case Answer.Given given -> {
                    return Secrets.show(given, said(form, "given") + " " + said(form, "family"), model, response);
                }
                case Answer.Done done -> {
                    return "redirect:/staff/patrons/" + done.id();
                }
                case Answer.Refused no -> wrong.put(field(no.code()), outcomes.refusal(no, language));
            }
        }
        response.setStatus(422);
        model.addAttribute("refused", List.of(outcomes.onPage("fields-wrong", language)));
        model.addAttribute("q", "");
        model.addAttribute("found", List.of());
        model.addAttribute("most", false);
        return page(staff, form, wrong, language, model);
    }

    private Map<String, String> missing(Map<String, String> form, Locale language) {
        Map<String, String> wrong = new HashMap<>();
        for (String field : List.of("branch", "given", "family")) {
            if (said(form, field).isEmpty()) {
                wrong.put(field, words.say(language, "patrons.missing"));
            }
        }
        if (Words.LANGUAGES.stream().noneMatch(one -> one.getLanguage().equals(said(form, "language")))) {
            wrong.put("language", words.say(language, "patrons.missing"));
        }
        return wrong;
    }

    private static PatronDesk.Newcomer newcomer(Map<String, String> form) {
        return new PatronDesk.Newcomer(
                said(form, "branch"),
                said(form, "given"),
                said(form, "family"),
                said(form, "email"),
                said(form, "phone"),
                said(form, "language"),
                form.containsKey("low"),
                Optional.of(said(form, "card")).filter(card -> !card.isEmpty()),
                Optional.of(said(form, "login")).filter(login -> !login.isEmpty()));
    }

    /** Beside which field a refusal is said. */
    private static String field(String code) {
        return switch (code) {
            case "card-wrong", "card-taken" -> "card";
            case "login-taken" -> "login";
            default -> "branch";
        };
    }

    private static String said(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private String page(
            Signed.Staff staff, Map<String, String> form, Map<String, String> wrong, Locale language, Model model) {
        model.addAttribute("branches", places.branches(staff.network(), language));
        model.addAttribute("typed", form);
        model.addAttribute("wrong", wrong);
        return "patrons";
    }
}
