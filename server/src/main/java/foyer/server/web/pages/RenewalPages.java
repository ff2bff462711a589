package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.LoanDesk;
import foyer.server.projection.LoanRow;
import foyer.server.projection.RenewalLists;
import foyer.server.web.Times;
import foyer.server.web.safe.Signed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Renewals that patrons asked for (domain A12): granted, or refused with a reason. */
@Controller
class RenewalPages {
    private static final String PAGE = "/staff/renewals";
    private static final Decisions.Said RENEWED = new Decisions.Said("renewals.renewed", "renewals.none-chosen");
    private static final Decisions.Said REFUSED = new Decisions.Said("renewals.refused", "renewals.none-chosen");

    private final RenewalLists renewals;
    private final LoanDesk desk;
    private final PlaceNames places;
    private final Decisions decisions;
    private final Outcomes outcomes;

    RenewalPages(RenewalLists renewals, LoanDesk desk, PlaceNames places, Decisions decisions, Outcomes outcomes) {
        this.renewals = renewals;
        this.desk = desk;
        this.places = places;
        this.decisions = decisions;
        this.outcomes = outcomes;
    }

    @GetMapping(PAGE)
    String page(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            Model model) {
        Scope scope = Scope.of(staff, all);
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        model.addAttribute(
                "loans",
                renewals.asked(staff.network(), scope.branch()).stream()
                        .map(asked -> line(asked, branches, times))
                        .toList());
        scope.show(model, branches);
        return "renewals";
    }

    private Line line(RenewalLists.Asked asked, Map<String, String> branches, Times times) {
        LoanRow loan = asked.loan();
        return new Line(
                loan.id(),
                loan.title(),
                loan.author(),
                loan.patronName(),
                loan.patron(),
                branches.getOrDefault(loan.branch(), loan.branch()),
                times.day(loan.due()),
                loan.due().toString(),
                loan.askedAt().map(times::moment).orElse(""),
                loan.renewals(),
                asked.most(),
                asked.inDemand(),
                asked.bar()
                        .filter(code -> !code.equals("in-demand"))
                        .map(code -> outcomes.refusal(code, times.language()))
                        .orElse(""));
    }

    @PostMapping(PAGE + "/renew")
    String renew(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "loan", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        Function<String, Answer> renew = loan -> desk.renew(Ask.staff(staff.getName()), loan);
        decisions.loans(staff, chosen, renew, RENEWED, language, later);
        return Scope.of(staff, all).back(PAGE, later);
    }

    @PostMapping(PAGE + "/refuse")
    String refuse(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "loan", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        Function<String, Answer> refuse = loan -> desk.refuseRenewal(Ask.staff(staff.getName()), loan, reason.strip());
        decisions.loans(staff, chosen, refuse, REFUSED, language, later);
        return Scope.of(staff, all).back(PAGE, later);
    }

    /**
     * @param most renewals the branch grants one loan
     * @param bar why the rules bar it, beside demand; empty when they do not
     */
    record Line(
            String id,
            String title,
            String author,
            String patron,
            String patronId,
            String branch,
            String due,
            String dueAt,
            String asked,
            int renewals,
            int most,
            boolean inDemand,
            String bar) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }
}
