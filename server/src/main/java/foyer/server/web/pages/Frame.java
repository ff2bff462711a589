package foyer.server.web.pages;

import foyer.server.projection.StaffCounts;
import foyer.server.web.safe.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every staff page shows: who is signed in, and how much waits for review and for loading. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {
    private final StaffCounts counts;

    Frame(StaffCounts counts) {
        this.counts = counts;
    }

    @ModelAttribute("head")
    @Nullable
    Head head(@AuthenticationPrincipal @Nullable Object who) {
        return who instanceof Signed.Staff staff ? new Head(staff.member().name(), counts.of(staff.network())) : null;
    }

    record Head(String name, StaffCounts.Counts waits) {
        @Override
        public String toString() {
            return "Head";
        }
    }
}
