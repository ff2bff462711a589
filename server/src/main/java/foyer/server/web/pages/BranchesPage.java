package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.BranchDesk;
import foyer.server.projection.BranchPages;
import foyer.server.projection.Projections;
import foyer.server.projection.RulesOfBranch;
import foyer.server.web.safe.Signed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a branch decides for itself: its rules, its hours, its special days. */
@Controller
class BranchesPage {
    private static final String BACK = "redirect:/staff/branches/{id}";

    private final Projections projections;
    private final BranchPages branches;
    private final BranchDesk desk;
    private final BranchRulesForm form;
    private final PlaceNames places;
    private final Outcomes outcomes;

    BranchesPage(
            Projections projections,
            BranchPages branches,
            BranchDesk desk,
            BranchRulesForm form,
            PlaceNames places,
            Outcomes outcomes) {
        this.projections = projections;
        this.branches = branches;
        this.desk = desk;
        this.form = form;
        this.places = places;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/branches")
    String list(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        model.addAttribute("branches", projections.branches(staff.network()));
        model.addAttribute("names", places.branches(staff.network(), language));
        return "branches";
    }

    @GetMapping("/staff/branches/{id}")
    String page(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Locale language, Model model) {
        return show(staff, rules(staff, id), Map.of(), Set.of(), language, model);
    }

    @PostMapping("/staff/branches/{id}/policy")
    String policy(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes later) {
        RulesOfBranch rules = rules(staff, id);
        Map<String, String> own = BranchRulesForm.own(rules, form);
        List<String> wrong = BranchPages.wrong(own);
        if (!wrong.isEmpty()) {
            Set<String> fields = wrong.stream().map(key -> "value-" + key).collect(Collectors.toSet());
            return again(staff, rules, form, fields, "policy-wrong", language, model, response);
        }
        return after(
                desk.policy(seen(staff, form), id, own),
                "branch.policy-changed",
                code -> again(
                        staff,
                        rules,
                        form,
                        // Every value has its form; what is left are the hours of returns, which must fit together.
                        code.equals("policy-wrong") ? Set.of(BranchRulesForm.TOGETHER) : Set.of(),
                        code,
                        language,
                        model,
                        response),
                language,
                later);
    }

    @PostMapping("/staff/branches/{id}/hours")
    String hours(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes later) {
        RulesOfBranch rules = rules(staff, id);
        String hours = BranchRulesForm.WEEK.stream()
                .filter(day -> !form.getOrDefault("hours-" + day, "").isBlank())
                .map(day -> day + " " + form.getOrDefault("hours-" + day, "").strip())
                .collect(Collectors.joining("; "));
        return switch (desk.hours(seen(staff, form), id, hours, form.getOrDefault("holidays", ""))) {
            case Answer.Done done -> done("branch.hours-changed", language, later);
            case Answer.Given given -> done("branch.hours-changed", language, later);
            case Answer.Refused no -> {
                Set<String> fields = BranchRulesForm.WEEK.stream()
                        .filter(day -> no.detail().startsWith(day))
                        .map(day -> "hours-" + day)
                        .collect(Collectors.toSet());
                yield again(staff, rules, form, fields, no.code(), language, model, response);
            }
        };
    }

    @PostMapping("/staff/branches/{id}/days")
    String specialDay(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes later) {
        RulesOfBranch rules = rules(staff, id);
        String day = form.getOrDefault("special-day", "").strip();
        Answer answer = desk.specialDay(
                seen(staff, form),
                id,
                day,
                form.getOrDefault("special-hours", "").strip(),
                OnBehalf.cut(form.getOrDefault("special-words", "")));
        String field = isDay(day) ? "special-hours" : "special-day";
        return after(
                answer,
                "branch.day-set",
                code -> again(
                        staff,
                        rules,
                        form,
                        code.equals("calendar-wrong") ? Set.of(field) : Set.of(),
                        code,
                        language,
                        model,
                        response),
                language,
                later);
    }

    @PostMapping("/staff/branches/{id}/days/{day}/ordinary")
    String ordinaryDay(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable LocalDate day,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        rules(staff, id);
        outcomes.say(desk.ordinaryDay(seen(staff, form), id, day), "branch.day-ordinary", language, later);
        return BACK;
    }

    private static boolean isDay(String text) {
        try {
            return !LocalDate.parse(text).equals(LocalDate.MAX);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private String after(
            Answer answer, String done, Function<String, String> refused, Locale language, RedirectAttributes later) {
        return switch (answer) {
            case Answer.Done one -> done(done, language, later);
            case Answer.Given given -> done(done, language, later);
            case Answer.Refused no -> refused.apply(no.code());
        };
    }

    private String done(String words, Locale language, RedirectAttributes later) {
        outcomes.say(new Answer.Done(""), words, language, later);
        return BACK;
    }

    /** What was read may have changed since: its version went with the form. */
    private static Ask seen(Signed.Staff staff, Map<String, String> form) {
        String version = form.getOrDefault("version", "");
        Ask ask = Ask.staff(staff.getName());
        return version.matches("[0-9]{1,18}") ? ask.seen(Long.parseLong(version)) : ask;
    }

    /** The same page with what was typed, and beside each wrong field what it may be. */
    private String again(
            Signed.Staff staff,
            RulesOfBranch rules,
            Map<String, String> form,
            Set<String> wrong,
            String code,
            Locale language,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", List.of(outcomes.onPage(code, language)));
        return show(staff, rules, form, wrong, language, model);
    }

    private String show(
            Signed.Staff staff,
            RulesOfBranch rules,
            Map<String, String> typed,
            Set<String> wrong,
            Locale language,
            Model model) {
        model.addAttribute("rules", rules);
        model.addAttribute("groups", form.groups(rules, typed, wrong, language));
        model.addAttribute("name", places.branches(staff.network(), language).get(rules.branch()));
        model.addAttribute("week", BranchRulesForm.WEEK);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("times", places.times(staff.network(), language));
        return "branch";
    }

    private RulesOfBranch rules(Signed.Staff staff, String id) {
        return branches.rules(staff.network(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
