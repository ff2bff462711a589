package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.LoanDesk;
import foyer.server.projection.ClearOuts;
import foyer.server.projection.Projections;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Compartments and places on the hold shelf whose hold is over (domain A8). */
@Controller
class ClearOutPages {
    private static final String PAGE = "/staff/clear-out";

    private final ClearOuts left;
    private final Projections projections;
    private final LoanDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;
    private final Words words;

    ClearOutPages(
            ClearOuts left, Projections projections, LoanDesk desk, PlaceNames places, Outcomes outcomes, Words words) {
        this.left = left;
        this.projections = projections;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
        this.words = words;
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
        model.addAttribute("doors", lines(left.compartments(staff.network(), scope.branch()), branches, times));
        model.addAttribute("shelves", lines(left.holdShelves(staff.network(), scope.branch()), branches, times));
        scope.show(model, branches);
        return "clear-out";
    }

    /** It is in staff's hands: the desk takes it back, and says where it goes. */
    @PostMapping(PAGE + "/{item}/taken")
    String taken(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String item,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        switch (desk.checkIn(Ask.staff(staff.getName()), item)) {
            case Answer.Done done -> later.addFlashAttribute("done", goes(staff, item, language));
            case Answer.Given given -> later.addFlashAttribute("done", goes(staff, item, language));
            case Answer.Refused no -> later.addFlashAttribute("refused", List.of(outcomes.refusal(no, language)));
        }
        return Scope.of(staff, all).back(PAGE, later);
    }

    private String goes(Signed.Staff staff, String item, Locale language) {
        Projections.Copy copy = projections.item(item).orElseThrow();
        String home = copy.copy().branch();
        String key = "clear.goes." + copy.copy().state();
        return words.say(
                language,
                words.knows(key) ? key : "clear.goes.other",
                Map.of(
                        "title",
                        copy.title(),
                        "home",
                        places.branches(staff.network(), language).getOrDefault(home, home)));
    }

    private static List<Line> lines(List<ClearOuts.Left> rows, Map<String, String> branches, Times times) {
        return rows.stream()
                .map(row -> new Line(
                        row.item(),
                        row.title(),
                        branches.getOrDefault(row.home(), row.home()),
                        branches.getOrDefault(row.place(), row.place()),
                        row.station().orElse(""),
                        row.door().orElse(""),
                        row.why(),
                        times.moment(row.since()),
                        row.since().toString(),
                        row.wanted()))
                .toList();
    }

    /** @param station empty on a hold shelf, as the door is */
    record Line(
            String item,
            String title,
            String home,
            String place,
            String station,
            String door,
            String why,
            String since,
            String sinceAt,
            boolean wanted) {}
}
