package foyer.server.web.pages;

import foyer.server.web.safe.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: staff sign in, in their language. */
@Controller
class SignInPage {
    @GetMapping("/")
    String signIn(
            @AuthenticationPrincipal @Nullable Object who,
            @RequestParam(defaultValue = "") String refused,
            Model model) {
        if (who instanceof Signed.Staff) {
            return "redirect:/staff/holds";
        }
        model.addAttribute("refused", refused.equals("wait") || refused.equals("wrong") ? refused : "");
        return "sign-in";
    }
}
