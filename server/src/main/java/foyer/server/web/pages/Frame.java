package foyer.server.web.pages;

import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every staff page shows: who is signed in, and how much waits for review and for loading. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {
    private final Projections projections;

    Frame(Projections projections) {
        this.projections = projections;
    }

    @ModelAttribute("head")
    @Nullable
    Head head(@AuthenticationPrincipal @Nullable Object who) {
        if (!(who instanceof Signed.Staff staff)) {
            return null;
        }
        String network = staff.network();
        return new Head(
                staff.member().name(),
                projections.holds(network, List.of("under-review")).size(),
                projections.holds(network, List.of("confirmed")).size());
    }

    record Head(String name, int review, int pull) {
        @Override
        public String toString() {
            return "Head";
        }
    }
}
