package foyer.server.web.pages;

import foyer.server.desk.Ask;
import foyer.server.desk.LoanDesk;
import foyer.server.projection.LoanLists;
import foyer.server.projection.LoanRow;
import foyer.server.projection.Paging;
import foyer.server.web.Times;
import foyer.server.web.safe.Signed;
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

/** Renewals that readers have asked for (domain A12). */
@Controller
class RenewalPages {
    private final LoanLists loans;
    private final LoanDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;

    RenewalPages(LoanLists loans, LoanDesk desk, PlaceNames places, Outcomes outcomes) {
        this.loans = loans;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/renewals")
    String renewals(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        model.addAttribute(
                "loans",
                loans
                        .renewalsAsked(staff.network(), Optional.empty(), new Paging(Paging.MOST, Optional.empty()))
                        .rows()
                        .stream()
                        .map(row -> line(row, branches, times))
                        .toList());
        return "renewals";
    }

    @PostMapping("/staff/renewals/{id}/renew")
    String renew(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Locale language,
            RedirectAttributes later) {
        outcomes.say(desk.renew(Ask.staff(staff.getName()), id), "renewals.renewed", language, later);
        return "redirect:/staff/renewals";
    }

    @PostMapping("/staff/renewals/{id}/refuse")
    String refuse(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes later) {
        outcomes.say(desk.refuseRenewal(Ask.staff(staff.getName()), id, reason), "renewals.refused", language, later);
        return "redirect:/staff/renewals";
    }

    private static Line line(LoanRow row, Map<String, String> branches, Times times) {
        return new Line(
                row.id(),
                row.title(),
                row.author(),
                row.patronName(),
                branches.getOrDefault(row.branch(), row.branch()),
                times.day(row.due()),
                row.renewals(),
                row.askedAt().map(times::moment).orElse(""));
    }

    record Line(
            String id,
            String title,
            String author,
            String patron,
            String branch,
            String due,
            int renewals,
            String asked) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }
}
