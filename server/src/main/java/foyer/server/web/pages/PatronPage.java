package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.Explaining;
import foyer.server.desk.HoldDesk;
import foyer.server.desk.LoanDesk;
import foyer.server.projection.PatronRow;
import foyer.server.web.safe.Signed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A patron's holds, loans and fines, and what staff do about them on the patron's behalf (domain A14, B11). */
@Controller
class PatronPage {
    private static final String BACK = "redirect:/staff/patrons/{id}";

    private final PatronAccount patrons;
    private final HoldDesk holds;
    private final LoanDesk loans;
    private final Explaining explaining;
    private final Outcomes outcomes;

    PatronPage(PatronAccount patrons, HoldDesk holds, LoanDesk loans, Explaining explaining, Outcomes outcomes) {
        this.patrons = patrons;
        this.holds = holds;
        this.loans = loans;
        this.explaining = explaining;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/patrons/{id}")
    String page(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            Locale language,
            Model model) {
        patrons.show(staff, patrons.found(staff, id), OnBehalf.cut(q), language, model);
        return "patron";
    }

    /** When it is refused, every rule says why. */
    @PostMapping("/staff/patrons/{id}/place")
    String place(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        PatronRow patron = patrons.found(staff, id);
        String title = form.getOrDefault("title", "");
        Optional<String> copy =
                Optional.of(form.getOrDefault("copy-" + title, "")).filter(barcode -> !barcode.isEmpty());
        String branch = form.getOrDefault("pickup", patron.branch());
        Ask ask = OnBehalf.ask(staff, form, later);
        Answer answer = holds.place(ask, id, new HoldDesk.Wish(title, copy, branch, Optional.empty()));
        if (!outcomes.say(answer, "patron.placed", language, later)) {
            explaining
                    .placing(id, title, copy, branch)
                    .ifPresent(why -> later.addFlashAttribute("rules", patrons.explained(why, language)));
        }
        return BACK;
    }

    @PostMapping("/staff/patrons/{id}/holds/{hold}/cancel")
    String cancel(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String hold,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        Ask ask = OnBehalf.ask(staff, form, later);
        Answer answer = wanted(staff, id, hold) ? holds.cancel(ask, hold) : Answer.refused("no-such-hold");
        outcomes.say(answer, "patron.cancelled", language, later);
        return BACK;
    }

    /** Without a day it is no longer suspended. */
    @PostMapping("/staff/patrons/{id}/holds/{hold}/suspend")
    String suspend(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String hold,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        Ask ask = OnBehalf.ask(staff, form, later);
        Answer answer = wanted(staff, id, hold)
                ? suspend(ask, hold, form.getOrDefault("until-" + hold, ""))
                : Answer.refused("no-such-hold");
        outcomes.say(answer, "patron.suspended", language, later);
        return BACK;
    }

    private Answer suspend(Ask ask, String hold, String until) {
        try {
            return holds.suspend(
                    ask, hold, until.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(until.strip())));
        } catch (DateTimeException e) {
            return Answer.refused("day-wrong");
        }
    }

    @PostMapping("/staff/patrons/{id}/loans/{loan}/renew")
    String renew(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String loan,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        boolean ours = patrons.account(patrons.found(staff, id)).borrowed().stream()
                .anyMatch(one -> one.id().equals(loan));
        Ask ask = OnBehalf.ask(staff, form, later);
        outcomes.say(ours ? loans.renew(ask, loan) : Answer.refused("no-such-loan"), "patron.renewed", language, later);
        return BACK;
    }

    @PostMapping("/staff/patrons/{id}/fines/{loan}/pay")
    String pay(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String loan,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        Ask ask = OnBehalf.ask(staff, form, later);
        Answer answer = owed(staff, id, loan) ? loans.payFine(ask, loan) : Answer.refused("no-such-fine");
        outcomes.say(answer, "patron.paid", language, later);
        return BACK;
    }

    @PostMapping("/staff/patrons/{id}/fines/{loan}/waive")
    String waive(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String loan,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        Ask ask = OnBehalf.ask(staff, form, later);
        String reason = OnBehalf.cut(form.getOrDefault("reason-" + loan, ""));
        Answer answer = owed(staff, id, loan) ? loans.waiveFine(ask, loan, reason) : Answer.refused("no-such-fine");
        outcomes.say(answer, "patron.waived", language, later);
        return BACK;
    }

    @PostMapping("/staff/patrons/{id}/check-out")
    String checkOut(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            Locale language,
            RedirectAttributes later) {
        PatronRow patron = patrons.found(staff, id);
        Answer answer = loans.checkOut(Ask.staff(staff.getName()), item.strip(), patron.id());
        outcomes.say(answer, "patron.checked-out", language, later);
        return BACK;
    }

    private boolean wanted(Signed.Staff staff, String id, String hold) {
        return patrons.account(patrons.found(staff, id)).wanted().stream()
                .anyMatch(one -> one.id().equals(hold));
    }

    private boolean owed(Signed.Staff staff, String id, String loan) {
        return patrons.account(patrons.found(staff, id)).owed().stream()
                .anyMatch(one -> one.loan().equals(loan));
    }
}
