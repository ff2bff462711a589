package foyer.server.web.pages;

import foyer.server.web.safe.Signed;
import java.util.Map;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which branches a list is of: the signed-in member's own, or all of the network's. */
record Scope(String own, boolean all) {
    static Scope of(Signed.Staff staff, boolean all) {
        return new Scope(staff.member().branch(), all);
    }

    /** Empty for all. */
    Optional<String> branch() {
        return all ? Optional.empty() : Optional.of(own);
    }

    /** @param branches names by id, for the switch */
    void show(Model model, Map<String, String> branches) {
        model.addAttribute("all", all);
        model.addAttribute("own", branches.getOrDefault(own, own));
    }

    /** Back to the list as it was. */
    String back(String path, RedirectAttributes later) {
        if (all) {
            later.addAttribute("all", true);
        }
        return "redirect:" + path;
    }
}
