package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.List;

/** What is ready, each book to be taken or left for later. */
public record ReadyModel(String heading, String lead, List<String> details, List<Offer> offers, Pages<Row> rows)
        implements Model {

    private static final int WORDY = 80;

    /** One book that waits. {@code choose}: the press that takes it in or leaves it out. */
    public record Row(String title, String cover, String about, String door, boolean chosen, Offer choose) {}

    @Override
    public int pages() {
        return rows.pages();
    }

    static ReadyModel of(View.Ready view, Setting in) {
        List<Row> all = view.lines().stream().map(line -> row(line, in)).toList();
        Offer open = view.next()
                .map(door -> Offer.usual("open", in.say("open", "door", door.value()), new Touch.Open()))
                .orElseGet(() -> new Offer("open", in.say("open.none"), Offer.Kind.USUAL, new Touch.Open(), false));
        return new ReadyModel(
                in.say("ready", "n", view.lines().size()),
                in.say("ready.lead"),
                all.stream()
                        .map(row -> row.title() + ", " + row.about() + ", " + row.door())
                        .toList(),
                List.of(open),
                Pages.of(all, perPage(all, in), in.page()));
    }

    /** What fits: beside the low buttons two short lines or one long. */
    private static int perPage(List<Row> rows, Setting in) {
        boolean wordy =
                rows.stream().anyMatch(row -> row.title().length() + row.about().length() > WORDY);
        if (in.low()) {
            return in.larger() || wordy ? 1 : 2;
        }
        return in.larger() ? 2 : 3;
    }

    private static Row row(View.Line line, Setting in) {
        String title = Titles.shortened(line.title());
        String by = in.words().by(line.due());
        String about = line.author().isBlank() ? by : Titles.shortened(line.author()) + " · " + by;
        String door = in.say("door", "door", line.door().value());
        Offer choose = Offer.quiet(
                "choose-" + line.hold().value(), title + ", " + door, new Touch.Choose(line.hold(), !line.chosen()));
        return new Row(title, line.title(), about, door, line.chosen(), choose);
    }
}
