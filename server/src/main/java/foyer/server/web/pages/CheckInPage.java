package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.LoanDesk;
import foyer.server.projection.Projections;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Items taken back at the desk, one after the other. */
@Controller
class CheckInPage {
    private final LoanDesk desk;
    private final Projections projections;
    private final PlaceNames places;
    private final Outcomes outcomes;
    private final Words words;

    CheckInPage(LoanDesk desk, Projections projections, PlaceNames places, Outcomes outcomes, Words words) {
        this.desk = desk;
        this.projections = projections;
        this.places = places;
        this.outcomes = outcomes;
        this.words = words;
    }

    @GetMapping("/staff/check-in")
    String page() {
        return "check-in";
    }

    @PostMapping("/staff/check-in")
    String take(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "") String item,
            Locale language,
            RedirectAttributes later) {
        String barcode = OnBehalf.cut(item);
        String was = state(barcode).orElse("");
        switch (desk.checkIn(Ask.staff(staff.getName()), barcode)) {
            case Answer.Done done -> later.addFlashAttribute("taken", taken(staff, barcode, was, language));
            case Answer.Given given -> later.addFlashAttribute("taken", taken(staff, barcode, was, language));
            case Answer.Refused no -> {
                // Not left in the field: the next scan would be written behind it.
                later.addFlashAttribute("refused", List.of(barcode + ": " + outcomes.refusal(no, language)));
            }
        }
        return "redirect:/staff/check-in";
    }

    private Optional<String> state(String barcode) {
        return projections.item(barcode).map(found -> found.copy().state());
    }

    private Taken taken(Signed.Staff staff, String barcode, String was, Locale language) {
        Projections.Copy now = projections.item(barcode).orElseThrow();
        Times times = places.times(staff.network(), language);
        Map<String, String> branches = places.branches(staff.network(), language);
        String home = branches.getOrDefault(now.copy().branch(), now.copy().branch());
        String until = now.copy().quarantineUntil().map(times::moment).orElse("none");
        return new Taken(
                barcode,
                now.title(),
                words.say(language, "copy." + was),
                words.say(
                        language,
                        "check-in.next",
                        Map.of("state", now.copy().state().replace('-', '_'), "branch", home, "until", until)));
    }

    /** @param next where it goes now */
    record Taken(String item, String title, String was, String next) {}
}
