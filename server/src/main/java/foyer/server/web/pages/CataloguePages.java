package foyer.server.web.pages;

import foyer.server.projection.Projections;
import foyer.server.projection.Projections.DeadLetter;
import foyer.server.projection.TitleRow;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Where every copy is, and which messages nobody could read. */
@Controller
class CataloguePages {
    private static final int MOST_TITLES = 50;
    private static final int LONGEST_QUESTION = 200;

    private final Projections projections;
    private final PlaceNames places;
    private final Words words;

    CataloguePages(Projections projections, PlaceNames places, Words words) {
        this.projections = projections;
        this.places = places;
        this.words = words;
    }

    @GetMapping("/staff/titles")
    String titles(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "") String q,
            Locale language,
            Model model) {
        String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_QUESTION));
        Map<String, String> branches = places.branches(staff.network(), language);
        Times times = places.times(staff.network(), language);
        List<Title> titles = asked.isEmpty()
                ? List.of()
                : projections.titles(staff.network(), asked, MOST_TITLES).stream()
                        .map(row -> title(row, branches, times))
                        .toList();
        model.addAttribute("q", asked);
        model.addAttribute("titles", titles);
        model.addAttribute("most", titles.size() == MOST_TITLES);
        return "titles";
    }

    @GetMapping("/staff/unread")
    String unread(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        Times times = places.times(staff.network(), language);
        model.addAttribute(
                "letters",
                projections.deadLetters(staff.network()).stream()
                        .map(letter -> letter(letter, times))
                        .toList());
        return "unread";
    }

    private static Letter letter(DeadLetter row, Times times) {
        return new Letter(times.moment(row.receivedAt()), row.station().orElse("–"), row.why(), row.bytes());
    }

    private Title title(TitleRow row, Map<String, String> branches, Times times) {
        String about = row.author()
                + row.year().map(year -> " · " + year).orElse("")
                + row.isbn().map(isbn -> " · ISBN " + isbn).orElse("");
        return new Title(
                row.id(),
                row.title(),
                row.language(),
                about,
                row.copies().stream().map(copy -> copy(copy, branches, times)).toList());
    }

    private Copy copy(TitleRow.Copy row, Map<String, String> branches, Times times) {
        String until = row.due()
                .map(times::day)
                .or(() -> row.quarantineUntil().map(times::day))
                .map(day -> words.say(times.language(), "copy.until", Map.of("day", day)))
                .orElse("");
        return new Copy(
                row.item(),
                branches.getOrDefault(row.branch(), row.branch()),
                words.say(times.language(), "copy." + row.state()),
                tone(row.state()),
                until);
    }

    private static String tone(String state) {
        return switch (state) {
            case "available" -> "leaf";
            case "on-loan", "uncertain" -> "honey";
            case "in-quarantine" -> "sky";
            default -> "plain";
        };
    }

    record Title(String id, String title, String language, String about, List<Copy> copies) {}

    record Copy(String item, String branch, String state, String tone, String until) {}

    record Letter(String received, String station, String why, int bytes) {}
}
