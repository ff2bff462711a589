package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.BinDesk;
import foyer.server.projection.ReturnPages;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
import java.time.Clock;
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

/** Returns from the bin to the shelf, and the quarantine between (domain B13). */
@Controller
class ReturnsPages {
    private static final String PAGE = "/staff/returns";

    private final ReturnPages returns;
    private final BinDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;
    private final Words words;
    private final Clock clock;

    ReturnsPages(ReturnPages returns, BinDesk desk, PlaceNames places, Outcomes outcomes, Words words, Clock clock) {
        this.returns = returns;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
        this.words = words;
        this.clock = clock;
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
                "batches",
                returns.batches(staff.network(), scope.branch()).stream()
                        .map(batch -> batch(batch, branches, times))
                        .toList());
        model.addAttribute(
                "resting",
                returns.restingAtDesks(staff.network(), scope.branch()).stream()
                        .map(item -> item(item, branches, times))
                        .toList());
        scope.show(model, branches);
        return "returns";
    }

    @PostMapping(PAGE + "/{id}/{step}")
    String step(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean all,
            Locale language,
            RedirectAttributes later) {
        Ask ask = Ask.staff(staff.getName());
        Answer answer =
                switch (step) {
                    case "seal" -> desk.seal(ask, id);
                    case "take-out" -> desk.takeOut(ask, id);
                    case "release" -> desk.release(ask, id);
                    case "empty" -> desk.empty(ask, id);
                    default -> Answer.refused("no-such-batch");
                };
        outcomes.say(answer, "returns.done." + step, language, later);
        return Scope.of(staff, all).back(PAGE, later);
    }

    private Batch batch(ReturnPages.Batch row, Map<String, String> branches, Times times) {
        Locale language = times.language();
        String place = branches.getOrDefault(row.branch(), row.branch());
        Map<String, String> where = Map.of("place", place, "station", row.station(), "bin", row.bin());
        return new Batch(
                row.id(),
                words.say(language, "returns.batch", where),
                row.state(),
                tone(row.state()),
                times.moment(row.since()),
                row.restsUntil().map(times::moment).orElse(""),
                row.restsUntil().filter(clock.instant()::isBefore).isEmpty(),
                words.say(language, "returns.items", Map.of("count", row.items().size())),
                row.items().stream().map(item -> item(item, branches, times)).toList());
    }

    private Item item(ReturnPages.Inside row, Map<String, String> branches, Times times) {
        String home = branches.getOrDefault(row.branch(), row.branch());
        Map<String, String> where = Map.of(
                "home", home,
                "at", row.at().map(id -> branches.getOrDefault(id, id)).orElse(home),
                "whom", row.keptFor().orElse("–"),
                "until", row.until().map(times::moment).orElse("–"));
        String goes = words.say(times.language(), key(row.state()), where);
        return new Item(row.item(), row.title(), goes, home, row.state().equals("held"));
    }

    private String key(String state) {
        String key = "returns.goes." + state;
        return words.knows(key) ? key : "returns.goes.other";
    }

    private static String tone(String state) {
        return switch (state) {
            case "released" -> "leaf";
            case "quarantined", "sealed" -> "sky";
            default -> "plain";
        };
    }

    /**
     * @param restsUntil empty once it is released
     * @param rested its rest is over
     */
    record Batch(
            String id,
            String name,
            String state,
            String tone,
            String since,
            String restsUntil,
            boolean rested,
            String count,
            List<Item> items) {}

    /**
     * @param goes where it belongs now, as a sentence
     * @param wanted somebody waits for it
     */
    record Item(String item, String title, String goes, String home, boolean wanted) {}
}
