package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.ArrayList;
import java.util.List;

/**
 * What staff can do at the door.
 *
 * @param notes the answer to the last act and the state of the connection
 * @param inspect the doors to look into
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
        Pages<Offer> inspect)
        implements Model {

    public record Book(String title, String cover, String author) {}

    /** @param good false: something was refused or is missing */
    public record Note(String text, boolean good) {}

    @Override
    public int pages() {
        return Math.max(load.pages(), inspect.pages());
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
        Pages<Offer> inspect = Pages.of(doors, in.larger() && in.low() ? 2 : small ? 3 : 6, in.page());
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
                inspect.shown(),
                notes,
                toLoad,
                load,
                toInspect,
                inspect);
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
                        }));
        if (!in.online()) {
            notes.add(new Note(in.say("staff.offline"), false));
        }
        return List.copyOf(notes);
    }
}
