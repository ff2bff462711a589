package foyer.kiosk.screen;

import foyer.kiosk.screen.model.Language;
import foyer.kiosk.session.Frame;
import java.util.List;

/** What one person has set for themselves. The next person finds the branch's own again. */
final class Visit {
    private Language language = Language.EN;
    private boolean contrast;
    private boolean larger;
    private boolean low;
    private int page;

    void startAgain(Frame.Place place) {
        language = offered(place).getFirst();
        contrast = false;
        larger = false;
        low = false;
        page = 0;
    }

    /** The languages of this branch that the screen has words for; English where it has none of them. */
    static List<Language> offered(Frame.Place place) {
        List<Language> offered = place.languages().stream()
                .flatMap(code -> Language.of(code).stream())
                .toList();
        return offered.isEmpty() ? List.of(Language.EN) : offered;
    }

    Language language() {
        return language;
    }

    void speak(Language chosen) {
        language = chosen;
    }

    boolean contrast() {
        return contrast;
    }

    void toggleContrast() {
        contrast = !contrast;
    }

    boolean larger() {
        return larger;
    }

    void toggleLarger() {
        larger = !larger;
        page = 0;
    }

    boolean low() {
        return low;
    }

    void toggleLow() {
        low = !low;
        page = 0;
    }

    int page() {
        return page;
    }

    void turn(int pages) {
        page = (page + 1) % pages;
    }

    void firstPage() {
        page = 0;
    }
}
