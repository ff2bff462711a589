package foyer.server.web.pages;

import foyer.server.desk.Ask;
import foyer.server.web.safe.Signed;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a patron asked and why, as it goes with everything staff do on the patron's behalf (domain A14, B11). */
final class OnBehalf {
    private static final List<String> CHANNELS = List.of("DESK", "PHONE", "EMAIL");
    private static final int LONGEST = 200;

    private OnBehalf() {}

    /** The page that follows keeps the choice: one call is often about more than one thing. */
    static Ask ask(Signed.Staff staff, Map<String, String> form, RedirectAttributes later) {
        String channel = channel(form);
        String why = cut(form.getOrDefault("why", ""));
        later.addFlashAttribute("channel", channel);
        later.addFlashAttribute("why", why);
        return Ask.staff(staff.getName(), channel, why);
    }

    static Ask ask(Signed.Staff staff, Map<String, String> form) {
        return Ask.staff(staff.getName(), channel(form), cut(form.getOrDefault("why", "")));
    }

    private static String channel(Map<String, String> form) {
        String channel = form.getOrDefault("channel", "DESK");
        return CHANNELS.contains(channel) ? channel : "DESK";
    }

    static String cut(String text) {
        String bare = text.strip();
        return bare.substring(0, Math.min(bare.length(), LONGEST));
    }
}
