package foyer.server.web.pages;

import foyer.server.desk.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;

/** Secrets on the answer to the very request that made them, and nowhere else. */
final class Secrets {
    private static final List<String> ORDER = List.of("card", "login", "pin", "password");

    private Secrets() {}

    static String show(Answer.Given given, String name, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        List<Secret> secrets = new ArrayList<>();
        for (String what : ORDER) {
            String value = given.secrets().get(what);
            if (value != null) {
                secrets.add(new Secret(what, value));
            }
        }
        model.addAttribute("id", given.id());
        model.addAttribute("name", name);
        model.addAttribute("secrets", List.copyOf(secrets));
        return "secrets";
    }

    record Secret(String what, String value) {
        @Override
        public String toString() {
            return "Secret[" + what + "]";
        }
    }
}
