package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.StaffLists;
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

/** From the shelves to the door: what is to be pulled, what waits for a compartment, and what lies at the desk. */
@Controller
class PullPages {
    static final String PAGE = "/staff/pull";

    private static final Decisions.Said PREPARED = new Decisions.Said("pull.prepared", "holds.none-chosen");
    private static final Decisions.Said SHELVED = new Decisions.Said("pull.shelved", "holds.none-chosen");

    private final StaffLists lists;
    private final HoldDesk desk;
    private final PlaceNames places;
    private final Decisions decisions;

    PullPages(StaffLists lists, HoldDesk desk, PlaceNames places, Decisions decisions) {
        this.lists = lists;
        this.desk = desk;
        this.places = places;
        this.decisions = decisions;
    }

    @GetMapping(PAGE)
    String pull(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            Model model) {
        String network = staff.network();
        Scope scope = Scope.of(staff, all);
        Map<String, String> branches = places.branches(network, language);
        Times times = places.times(network, language);
        model.addAttribute("pull", HoldLine.alongShelves(lists.toPull(network, scope.branch()), branches, times));
        model.addAttribute("prepared", HoldLine.of(lists.prepared(network, scope.branch()), branches, times));
        model.addAttribute("shelved", HoldLine.of(lists.onHoldShelf(network, scope.branch()), branches, times));
        scope.show(model, branches);
        return "pull";
    }

    @PostMapping("/staff/holds/prepare")
    String prepare(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "hold", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        Function<String, Answer> prepare = hold -> desk.prepare(Ask.staff(staff.getName()), hold);
        decisions.holds(staff, chosen, prepare, PREPARED, language, later);
        return Scope.of(staff, all).back(PAGE, later);
    }

    @PostMapping("/staff/holds/shelve")
    String shelve(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(name = "hold", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        Function<String, Answer> shelve = hold -> desk.shelve(Ask.staff(staff.getName()), hold);
        decisions.holds(staff, chosen, shelve, SHELVED, language, later);
        return Scope.of(staff, all).back(PAGE, later);
    }
}
