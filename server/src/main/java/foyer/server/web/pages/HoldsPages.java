package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Projections;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.server.web.rest.Problem;
import foyer.server.web.safe.Signed;
import java.util.ArrayList;
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

/** Review of new holds (domain A7). */
@Controller
class HoldsPages {
    private final Projections projections;
    private final HoldDesk desk;
    private final PlaceNames places;
    private final Words words;

    HoldsPages(Projections projections, HoldDesk desk, PlaceNames places, Words words) {
        this.projections = projections;
        this.desk = desk;
        this.places = places;
        this.words = words;
    }

    @GetMapping("/staff/holds")
    String review(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        model.addAttribute("holds", lines(staff, language));
        return "holds";
    }

    @PostMapping("/staff/holds/{id}/confirm")
    String confirmOne(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Locale language,
            RedirectAttributes later) {
        return confirm(staff, List.of(id), language, later);
    }

    /** Those that were chosen; each is decided by itself, and what could not be confirmed is said with its title. */
    @PostMapping("/staff/holds/confirm")
    String confirm(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "hold", defaultValue = "") List<String> holds,
            Locale language,
            RedirectAttributes later) {
        int done = 0;
        List<String> refused = new ArrayList<>();
        for (String hold : holds) {
            switch (ours(hold, staff) ? desk.confirm(Ask.staff(staff.getName()), hold) : unknown()) {
                case Answer.Done confirmed -> done++;
                case Answer.Given given -> done++;
                case Answer.Refused no -> refused.add(refusal(hold, staff, no, language));
            }
        }
        if (done > 0) {
            later.addFlashAttribute("done", words.say(language, "holds.confirmed", Map.of("count", done)));
        } else if (holds.isEmpty()) {
            refused.add(words.say(language, "holds.none-chosen"));
        }
        later.addFlashAttribute("refused", refused);
        return "redirect:/staff/holds";
    }

    @PostMapping("/staff/holds/{id}/reject")
    String reject(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean gone,
            Locale language,
            RedirectAttributes later) {
        switch (ours(id, staff) ? desk.reject(Ask.staff(staff.getName()), id, reason.strip(), gone) : unknown()) {
            case Answer.Done rejected -> later.addFlashAttribute("done", words.say(language, "holds.rejected"));
            case Answer.Given given -> later.addFlashAttribute("done", words.say(language, "holds.rejected"));
            case Answer.Refused no -> later.addFlashAttribute("refused", List.of(refusal(id, staff, no, language)));
        }
        return "redirect:/staff/holds";
    }

    private static Answer unknown() {
        return Answer.refused("no-such-hold");
    }

    private boolean ours(String hold, Signed.Staff staff) {
        return projections
                .hold(hold)
                .flatMap(row -> projections.title(row.titleId()))
                .filter(title -> title.network().equals(staff.network()))
                .isPresent();
    }

    private String refusal(String hold, Signed.Staff staff, Answer.Refused no, Locale language) {
        String why = words.say(language, "problem." + Problem.of(no.code()).code());
        return ours(hold, staff)
                ? projections.hold(hold).map(row -> row.title() + ": " + why).orElse(why)
                : why;
    }

    private List<Line> lines(Signed.Staff staff, Locale language) {
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        return projections.holds(staff.network(), List.of("under-review")).stream()
                .map(row -> line(row, branches, times))
                .toList();
    }

    private static Line line(HoldRow row, Map<String, String> branches, Times times) {
        return new Line(
                row.id(),
                row.title(),
                row.author(),
                row.patronName(),
                row.item().orElse(""),
                branches.getOrDefault(row.pickupBranch(), row.pickupBranch()),
                times.moment(row.placedAt()),
                row.placedAt().toString());
    }

    /** A row of the table; {@code item} is empty while any copy will do. */
    record Line(
            String id,
            String title,
            String author,
            String patron,
            String item,
            String branch,
            String placed,
            String placedAt) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }
}
