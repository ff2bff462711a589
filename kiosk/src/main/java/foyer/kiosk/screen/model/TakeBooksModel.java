package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.ArrayList;
import java.util.List;

/**
 * The door is closed: are the books out?
 *
 * @param books each with the day it is to be back
 */
public record TakeBooksModel(
        String heading, String lead, List<String> details, List<Offer> offers, CompartmentId door, Pages<Book> books)
        implements Model {

    public record Book(String title, String cover, String due) {}

    @Override
    public int pages() {
        return books.pages();
    }

    static TakeBooksModel of(View.TakeBooks view, Setting in) {
        String number = view.door().value();
        List<Offer> offers = new ArrayList<>();
        offers.add(Offer.usual("taken", in.say("taken", "n", view.taken().size()), new Touch.Taken()));
        if (view.reopen()) {
            offers.add(Offer.quiet("reopen", in.say("reopen", "door", number), new Touch.Reopen()));
        }
        List<Book> books = view.taken().stream()
                .map(line -> new Book(
                        Titles.shortened(line.title()), line.title(), in.words().by(line.due())))
                .toList();
        return new TakeBooksModel(
                in.say("takeBooks", "n", view.taken().size()),
                in.say("takeBooks.lead", "door", number),
                books.stream().map(book -> book.title() + ", " + book.due()).toList(),
                List.copyOf(offers),
                view.door(),
                Pages.of(books, in.low() || in.larger() ? 2 : 3, in.page()));
    }
}
