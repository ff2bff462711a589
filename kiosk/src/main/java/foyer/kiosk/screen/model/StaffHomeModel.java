package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What staff can do at the door.
 *
 * @param notes the answer to the last act and the state of the connection
 * @param inspect the doors to look into
 * @param empty the bins, each with what is in it
 */
public record StaffHomeModel(
        String heading,
        String lead,
        List<String> details,
        List<Offer> offers,
        List<Note> notes,
        String toLoad,
        Pages<Book> load,
        String toInspect,
        Pages<Offer> inspect,
        Pages<Offer> empty)
        implements Model {
    /** Stations have one or two bins. */
    private static final int BINS_SHOWN = 2;

    public record Book(String title, String cover, String author) {}

    /** @param good false: something was refused or is missing */
    public record Note(String text, boolean good) {}

    @Override
    public int pages() {
        return Math.max(Math.max(load.pages(), inspect.pages()), empty.pages());
    }

    static StaffHomeModel of(View.StaffHome view, Setting in) {
        boolean small = in.larger() || in.low();
        List<Note> notes = notes(view, in);
        List<Book> books = view.toLoad().stream()
                .map(book -> new Book(
                        Titles.of(book, in),
                        book.title().orElse(book.item().value()),
                        book.author().map(Titles::shortened).orElse("")))
                .toList();
        List<Offer> doors = view.toInspect().stream()
                .map(door -> Offer.quiet(
                        "inspect-" + door.value(), in.say("door", "door", door.value()), new Touch.Inspect(door)))
                .toList();
        Pages<Book> load = Pages.of(books, in.larger() && in.low() ? 1 : small ? 2 : 3, in.page());
        Pages<Offer> inspect = Pages.of(doors, doorsShown(view, in), in.page());
        Pages<Offer> empty = Pages.of(bins(view, in), BINS_SHOWN, in.page());
        String toLoad = in.say("staff.toLoad", "n", books.size());
        String toInspect = in.say("staff.toInspect", "n", doors.size());
        List<String> details = new ArrayList<>();
        notes.forEach(note -> details.add(note.text()));
        details.add(toLoad);
        load.shown().forEach(book -> details.add(book.title()));
        details.add(toInspect);
        return new StaffHomeModel(
                in.say("staff"),
                in.say("staff.free", "n", view.free()),
                List.copyOf(details),
                Stream.concat(inspect.shown().stream(), empty.shown().stream()).toList(),
                notes,
                toLoad,
                load,
                toInspect,
                inspect,
                empty);
    }

    /** Beside each other the bins take the place of some doors; low they have a row of their own. */
    private static int doorsShown(View.StaffHome view, Setting in) {
        if (in.low()) {
            return in.larger() ? 2 : 3;
        }
        boolean alone = view.bins().isEmpty();
        return in.larger() ? (alone ? 3 : 2) : alone ? 6 : 4;
    }

    private static List<Offer> bins(View.StaffHome view, Setting in) {
        return view.bins().stream()
                .map(bin -> Offer.quiet(
                        "empty-" + bin.id().value(),
                        in.words()
                                .say(
                                        "emptyBin",
                                        Map.of(
                                                "bin",
                                                bin.id().value(),
                                                "dropped",
                                                bin.dropped(),
                                                "capacity",
                                                bin.capacity())),
                        new Touch.BinEmptied(bin.id())))
                .toList();
    }

    private static List<Note> notes(View.StaffHome view, Setting in) {
        List<Note> notes = new ArrayList<>();
        view.note()
                .ifPresent(note -> notes.add(
                        switch (note) {
                            case NOT_TO_LOAD -> new Note(in.say("staff.NOT_TO_LOAD"), false);
                            case NO_COMPARTMENT -> new Note(in.say("staff.NO_COMPARTMENT"), false);
                            case LOADED -> new Note(in.say("staff.LOADED"), true);
                            case EMPTIED -> new Note(in.say("staff.EMPTIED"), true);
                            case BIN_EMPTIED -> new Note(in.say("staff.BIN_EMPTIED"), true);
                            case BIN_IN_USE -> new Note(in.say("staff.BIN_IN_USE"), false);
                        }));
        if (!in.online()) {
            notes.add(new Note(in.say("staff.offline"), false));
        }
        return List.copyOf(notes);
    }
}
