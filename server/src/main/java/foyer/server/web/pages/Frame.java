package foyer.server.web.pages;

import foyer.server.projection.StaffLists;
import foyer.server.web.safe.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the head of every staff page shows: who is signed in, and how much waits at this member's branch. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {
    private final StaffLists lists;

    Frame(StaffLists lists) {
        this.lists = lists;
    }

    @ModelAttribute("head")
    @Nullable
    Head head(@AuthenticationPrincipal @Nullable Object who) {
        return who instanceof Signed.Staff staff
                ? new Head(
                        staff.member().name(),
                        lists.waiting(staff.network(), staff.member().branch()))
                : null;
    }

    record Head(String name, StaffLists.Waiting waits) {
        @Override
        public String toString() {
            return "Head";
        }
    }
}
