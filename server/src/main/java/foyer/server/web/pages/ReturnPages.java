package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.BinDesk;
import foyer.server.projection.BatchLists;
import foyer.server.projection.Paging;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Returns in their batches (domain B13), and what has to be taken out of compartments. */
@Controller
class ReturnPages {
    private static final List<String> UNDER_WAY = List.of("open", "sealed", "quarantined", "released");
    private static final Paging MANY = new Paging(Paging.MOST, Optional.empty());

    private final BatchLists batches;
    private final BinDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;
    private final Words words;

    ReturnPages(BatchLists batches, BinDesk desk, PlaceNames places, Outcomes outcomes, Words words) {
        this.batches = batches;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/staff/returns")
    String returns(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        model.addAttribute(
                "batches",
                batches.inStates(staff.network(), UNDER_WAY, Optional.empty(), Optional.empty(), MANY).rows().stream()
                        .map(row -> batch(row, branches, times))
                        .toList());
        return "returns";
    }

    @PostMapping("/staff/returns/{id}/{step}")
    String step(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String step,
            Locale language,
            RedirectAttributes later) {
        Ask ask = Ask.staff(staff.getName());
        Answer answer =
                switch (step) {
                    case "seal" -> desk.seal(ask, id);
                    case "take-out" -> desk.takeOut(ask, id);
                    case "release" -> desk.release(ask, id);
                    case "empty" -> desk.empty(ask, id);
                    default -> new Answer.Refused("no-such-batch", "");
                };
        outcomes.say(answer, "returns.done", language, later);
        return "redirect:/staff/returns";
    }

    @GetMapping("/staff/clear-out")
    String clearOut(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        model.addAttribute(
                "left",
                batches.toClear(staff.network(), Optional.empty(), Optional.empty(), MANY).rows().stream()
                        .map(row -> new Left(
                                row.item(),
                                row.title(),
                                branches.getOrDefault(row.branch(), row.branch()),
                                row.station(),
                                row.door(),
                                words.say(language, "clear-out." + row.holdState()),
                                times.moment(row.since())))
                        .toList());
        return "clear-out";
    }

    private Batch batch(BatchLists.Batch row, Map<String, String> branches, Times times) {
        List<Inside> items = row.items().stream()
                .map(inside -> new Inside(inside.item(), inside.title(), words.say(times.language(), where(inside))))
                .toList();
        return new Batch(
                row.id(),
                branches.getOrDefault(row.branch(), row.branch()),
                row.station(),
                row.bin(),
                row.state(),
                words.say(times.language(), "returns." + row.state()),
                times.moment(row.stateAt()),
                row.restsUntil().map(times::moment).orElse(""),
                items);
    }

    private static String where(BatchLists.Inside inside) {
        if (inside.rests()) {
            return "returns.rests";
        }
        return inside.hold().isPresent() ? "returns.kept" : "returns.to-shelf";
    }

    /** @param state as the steps are named by; {@code words}: the same in words */
    record Batch(
            String id,
            String branch,
            String station,
            String bin,
            String state,
            String words,
            String since,
            String until,
            List<Inside> items) {}

    record Inside(String item, String title, String where) {}

    record Left(String item, String title, String branch, String station, String door, String why, String since) {}
}
