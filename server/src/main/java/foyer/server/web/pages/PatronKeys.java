package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.PatronDesk;
import foyer.server.projection.PatronRow;
import foyer.server.web.safe.Signed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cards, PINs and passwords made anew, accounts locked and unlocked (domain B10, B14). */
@Controller
class PatronKeys {
    private final PatronAccount patrons;
    private final PatronDesk desk;
    private final Outcomes outcomes;

    PatronKeys(PatronAccount patrons, PatronDesk desk, Outcomes outcomes) {
        this.patrons = patrons;
        this.desk = desk;
        this.outcomes = outcomes;
    }

    @PostMapping("/staff/patrons/{id}/card")
    String card(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model,
            HttpServletResponse response) {
        PatronRow patron = patrons.found(staff, id);
        Optional<String> printed =
                Optional.of(OnBehalf.cut(form.getOrDefault("card", ""))).filter(card -> !card.isEmpty());
        Answer answer = desk.replaceCard(OnBehalf.ask(staff, form), id, printed);
        return shown(answer, staff, patron, language, model, response);
    }

    @PostMapping("/staff/patrons/{id}/secrets")
    String secrets(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model,
            HttpServletResponse response) {
        PatronRow patron = patrons.found(staff, id);
        return shown(desk.resetSecrets(OnBehalf.ask(staff, form), id), staff, patron, language, model, response);
    }

    private String shown(
            Answer answer,
            Signed.Staff staff,
            PatronRow patron,
            Locale language,
            Model model,
            HttpServletResponse response) {
        return switch (answer) {
            case Answer.Given given -> Secrets.show(given, patron.name(), model, response);
            case Answer.Done done -> "redirect:/staff/patrons/" + done.id();
            case Answer.Refused no -> {
                response.setStatus(422);
                model.addAttribute("refused", List.of(outcomes.refusal(no, language)));
                patrons.show(staff, patron, "", language, model);
                yield "patron";
            }
        };
    }

    @PostMapping("/staff/patrons/{id}/lock")
    String lock(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam(name = "lock-reason", defaultValue = "") String reason,
            Locale language,
            RedirectAttributes later) {
        patrons.found(staff, id);
        outcomes.say(desk.lock(Ask.staff(staff.getName()), id, OnBehalf.cut(reason)), "patron.locked", language, later);
        return "redirect:/staff/patrons/{id}";
    }

    @PostMapping("/staff/patrons/{id}/unlock")
    String unlock(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Locale language,
            RedirectAttributes later) {
        patrons.found(staff, id);
        outcomes.say(desk.unlock(Ask.staff(staff.getName()), id), "patron.unlocked", language, later);
        return "redirect:/staff/patrons/{id}";
    }
}
