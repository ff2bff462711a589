package foyer.server.web.pages;

import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldLists;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Paging;
import foyer.server.web.Times;
import foyer.server.web.safe.Signed;
import java.util.Comparator;
import java.util.List;
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

/** What to pull from the shelves, what waits for a compartment, and what lies on the hold shelf. */
@Controller
class PreparePages {
    /** In the order in which one walks along the shelves. */
    private static final Comparator<HoldRow> SHELVES =
            Comparator.comparing(HoldRow::author).thenComparing(HoldRow::title).thenComparing(HoldRow::id);

    private final HoldLists holds;
    private final HoldDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;

    PreparePages(HoldLists holds, HoldDesk desk, PlaceNames places, Outcomes outcomes) {
        this.holds = holds;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/pull")
    String pull(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "false") boolean own,
            Locale language,
            Model model) {
        Optional<String> branch = own ? Optional.of(staff.member().branch()) : Optional.empty();
        model.addAttribute("own", own);
        model.addAttribute(
                "parts",
                List.of(
                        new Part("pull", "prepare", lines(staff, "confirmed", branch, language)),
                        new Part("prepared", "shelve", lines(staff, "prepared", branch, language)),
                        new Part("shelved", "", lines(staff, "on-hold-shelf", branch, language))));
        return "pull";
    }

    @PostMapping("/staff/holds/{id}/prepare")
    String prepare(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Locale language,
            RedirectAttributes later) {
        outcomes.say(desk.prepare(Ask.staff(staff.getName()), id), "pull.prepared-done", language, later);
        return "redirect:/staff/pull";
    }

    @PostMapping("/staff/holds/{id}/shelve")
    String shelve(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Locale language,
            RedirectAttributes later) {
        outcomes.say(desk.shelve(Ask.staff(staff.getName()), id), "pull.shelved-done", language, later);
        return "redirect:/staff/pull";
    }

    private List<Line> lines(Signed.Staff staff, String state, Optional<String> branch, Locale language) {
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        return holds
                .inStates(staff.network(), List.of(state), branch, false, new Paging(Paging.MOST, Optional.empty()))
                .rows()
                .stream()
                .sorted(Comparator.comparing(HoldRow::pickupBranch).thenComparing(SHELVES))
                .map(row -> new Line(
                        row.id(),
                        row.title(),
                        row.author(),
                        row.patronName(),
                        row.item().orElse(""),
                        branches.getOrDefault(row.pickupBranch(), row.pickupBranch()),
                        times.moment(row.stateAt()),
                        row.lastDay().map(times::day).orElse("")))
                .toList();
    }

    /** @param step what the button of each row does; empty for none */
    record Part(String name, String step, List<Line> rows) {}

    /** @param lastDay until when it waits; empty while that is not known */
    record Line(
            String id,
            String title,
            String author,
            String patron,
            String item,
            String branch,
            String since,
            String lastDay) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }
}
