package foyer.server.web.pages;

import foyer.server.desk.Answer;
import foyer.server.desk.AppointmentDesk;
import foyer.server.desk.Ask;
import foyer.server.projection.AppointmentPages;
import foyer.server.projection.AppointmentRow;
import foyer.server.projection.BranchPages;
import foyer.server.web.safe.Signed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
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

/** Who comes when to a branch; agreed on the phone (domain B1, B8). */
@Controller
class AppointmentsPage {
    private final AppointmentPages appointments;
    private final BranchPages branches;
    private final AppointmentDesk desk;
    private final PlaceNames places;
    private final Outcomes outcomes;

    AppointmentsPage(
            AppointmentPages appointments,
            BranchPages branches,
            AppointmentDesk desk,
            PlaceNames places,
            Outcomes outcomes) {
        this.appointments = appointments;
        this.branches = branches;
        this.desk = desk;
        this.places = places;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/appointments")
    String page(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(defaultValue = "") String branch,
            @RequestParam(defaultValue = "") String day,
            Locale language,
            Model model) {
        String where = branch.isEmpty() ? branches.branchOf(staff.getName()) : branch;
        AppointmentRow.Day found = appointments
                .day(staff.network(), where, day(day))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("branch", where);
        model.addAttribute("branches", places.branches(staff.network(), language));
        model.addAttribute("day", found);
        model.addAttribute("times", places.times(staff.network(), language));
        return "appointments";
    }

    /** What is no day is answered as today. */
    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/staff/appointments/agree/{patron}")
    String agree(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String patron,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        Answer answer = slot(form)
                .map(from -> desk.agree(ask(staff, form), patron, form.getOrDefault("branch", ""), from))
                .orElseGet(() -> Answer.refused("slot-closed"));
        outcomes.say(answer, "appointments.agreed-now", language, later);
        return back(form, later);
    }

    @PostMapping("/staff/appointments/{id}/move")
    String move(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        Answer answer = slot(form)
                .map(from -> desk.move(ask(staff, form), id, from))
                .orElseGet(() -> Answer.refused("slot-closed"));
        outcomes.say(answer, "appointments.moved", language, later);
        return back(form, later);
    }

    @PostMapping("/staff/appointments/{id}/cancel")
    String cancel(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        outcomes.say(desk.cancel(ask(staff, form), id), "appointments.cancelled", language, later);
        return back(form, later);
    }

    @PostMapping("/staff/appointments/{id}/missed")
    String missed(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Locale language,
            RedirectAttributes later) {
        outcomes.say(desk.missed(Ask.staff(staff.getName()), id), "appointments.missed-now", language, later);
        return back(form, later);
    }

    private static Ask ask(Signed.Staff staff, Map<String, String> form) {
        return OnBehalf.ask(staff, form);
    }

    private static Optional<Instant> slot(Map<String, String> form) {
        try {
            return Optional.of(Instant.parse(form.getOrDefault("from", "")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String back(Map<String, String> form, RedirectAttributes later) {
        later.addAttribute("branch", form.getOrDefault("branch", ""));
        later.addAttribute("day", form.getOrDefault("day", ""));
        return "redirect:/staff/appointments";
    }
}
