package foyer.server.web.demonstration;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which a person tries the whole house: the touchscreen on the left, the simulated wall on the right. */
@Controller
@ConditionalOnProperty("foyer.demonstration.wall")
class DemonstrationPage {
    private final DemonstrationLine line;

    DemonstrationPage(DemonstrationLine line) {
        this.line = line;
    }

    @GetMapping("/demonstration")
    String page(Locale language, Model model) {
        model.addAttribute("screen", line.hasScreen());
        model.addAttribute("language", language.getLanguage());
        return "demonstration";
    }
}
