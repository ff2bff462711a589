package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;
import java.util.Map;

/** A door is open: what to take, and to close it. */
public record DoorOpenModel(
        String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door, boolean late)
        implements Model {
    /** More names than this are not read in front of an open door. */
    private static final int TITLES_NAMED = 3;

    static DoorOpenModel of(View.DoorOpen view, Setting in) {
        String close = view.take().isEmpty() ? in.say("doorOpen.close.after") : in.say("doorOpen.close");
        return new DoorOpenModel(
                in.say(
                        view.late() ? "doorOpen.late" : "doorOpen",
                        "door",
                        view.door().value()),
                view.late() ? in.say("doorOpen.late.lead") : Wall.where(view.door(), in),
                List.of(take(view.take(), in), close),
                List.of(),
                view.door(),
                view.late());
    }

    private static String take(List<View.Line> lines, Setting in) {
        if (lines.isEmpty()) {
            return in.say("doorOpen.nothing");
        }
        String named = String.join(
                ", ",
                lines.stream()
                        .limit(lines.size() > TITLES_NAMED ? TITLES_NAMED - 1 : TITLES_NAMED)
                        .map(line -> in.say("quoted", "title", Titles.shortened(line.title())))
                        .toList());
        String titles = lines.size() > TITLES_NAMED
                ? in.words().say("andMore", Map.of("titles", named, "n", lines.size() - TITLES_NAMED + 1))
                : named;
        return in.words().say("doorOpen.take", Map.of("n", lines.size(), "titles", titles));
    }
}
