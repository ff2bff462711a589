package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.StaffLists;
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

/** Review of holds (domain A7): confirmed, or rejected with a reason the patron reads. */
@Controller
class HoldsPages {
    private static final String PAGE = "/staff/holds";
    private static final Decisions.Said CONFIRMED = new Decisions.Said("holds.confirmed", "holds.none-chosen");
    private static final Decisions.Said REJECTED = new Decisions.Said("holds.rejected", "holds.none-chosen");

    private final StaffLists lists;
    private final HoldDesk desk;
    private final PlaceNames places;
    private final Decisions decisions;

    HoldsPages(StaffLists lists, HoldDesk desk, PlaceNames places, Decisions decisions) {
        this.lists = lists;
        this.desk = desk;
        this.places = places;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String review(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            Model model) {
        Scope scope = Scope.of(staff, all);
        Map<String, String> branches = places.branches(staff.network(), language);
        model.addAttribute(
                "holds",
                HoldLine.of(
                        lists.toReview(staff.network(), scope.branch()),
                        branches,
                        places.times(staff.network(), language)));
        scope.show(model, branches);
        return "holds";
    }

    @PostMapping(PAGE + "/confirm")
    String confirm(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "hold", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        Function<String, Answer> confirm = hold -> desk.confirm(Ask.staff(staff.getName()), hold);
        decisions.holds(staff, chosen, confirm, CONFIRMED, language, later);
        return Scope.of(staff, all).back(PAGE, later);
    }

    /** @param from the page on which it was decided: a copy may turn out to be missing after the review as well */
    @PostMapping(PAGE + "/reject")
    String reject(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "hold", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean gone,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String from,
            Locale language,
            RedirectAttributes later) {
        Function<String, Answer> reject = hold -> desk.reject(Ask.staff(staff.getName()), hold, reason.strip(), gone);
        decisions.holds(staff, chosen, reject, REJECTED, language, later);
        return Scope.of(staff, all).back(from.equals("pull") ? PullPages.PAGE : PAGE, later);
    }
}
