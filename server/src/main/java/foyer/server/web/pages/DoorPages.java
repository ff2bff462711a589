package foyer.server.web.pages;

import foyer.server.desk.AlarmDesk;
import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.projection.Projections;
import foyer.server.projection.StationPage;
import foyer.server.web.Words;
import foyer.server.web.rest.Problem;
import foyer.server.web.safe.Signed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The stations of a network, and one of them as it is this moment. */
@Controller
class DoorPages {
    private final Projections projections;
    private final AlarmDesk desk;
    private final StationWords stationWords;
    private final Words words;
    private final Clock clock;

    DoorPages(Projections projections, AlarmDesk desk, Words words, Clock clock) {
        this.projections = projections;
        this.desk = desk;
        this.stationWords = new StationWords(words);
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/staff/stations")
    String stations(@AuthenticationPrincipal Signed.Staff staff, Locale language, Model model) {
        List<StationView> stations = projections.stations(staff.network()).stream()
                .flatMap(line -> projections.station(line.id()).stream())
                .map(page -> stationWords.view(page, clock.instant(), language))
                .toList();
        model.addAttribute("stations", stations);
        return "stations";
    }

    /** @param still without scripts the page asks for itself again every few seconds */
    @GetMapping("/staff/stations/{id}")
    String station(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean still,
            Locale language,
            Model model) {
        model.addAttribute("station", stationWords.view(page(staff, id), clock.instant(), language));
        model.addAttribute("still", still);
        return "station";
    }

    /** The part of the page that changes. */
    @GetMapping("/staff/stations/{id}/part")
    String part(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Locale language, Model model) {
        model.addAttribute("station", stationWords.view(page(staff, id), clock.instant(), language));
        return "station-part :: part";
    }

    @PostMapping("/staff/stations/{id}/alarms/{alarm}/close")
    String close(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable long alarm,
            Locale language,
            RedirectAttributes later) {
        boolean here = page(staff, id).alarms().stream().anyMatch(one -> one.id() == alarm);
        Answer answer = here ? desk.close(Ask.staff(staff.getName()), alarm) : Answer.refused("no-such-alarm");
        switch (answer) {
            case Answer.Done closed -> later.addFlashAttribute("done", words.say(language, "station.alarm-closed"));
            case Answer.Given given -> later.addFlashAttribute("done", words.say(language, "station.alarm-closed"));
            case Answer.Refused no ->
                later.addFlashAttribute(
                        "refused",
                        List.of(words.say(
                                language, "problem." + Problem.of(no.code()).code())));
        }
        return "redirect:/staff/stations/{id}";
    }

    /** Another network's station is answered as none. */
    private StationPage page(Signed.Staff staff, String id) {
        Optional<StationPage> page = projections.stations(staff.network()).stream()
                .filter(line -> line.id().equals(id))
                .flatMap(line -> projections.station(line.id()).stream())
                .findFirst();
        return page.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
