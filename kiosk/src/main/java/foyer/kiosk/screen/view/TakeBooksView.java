package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.TakeBooksModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The books with their days, and the question whether they are out. */
final class TakeBooksView {
    private TakeBooksView() {}

    static Node paint(TakeBooksModel model, Kit kit) {
        VBox words = kit.words(model.heading(), model.lead());
        VBox books = Rows.list(model.books().shown().stream()
                .map(book -> Rows.book(book.cover(), book.title(), book.due()))
                .toList());
        books.getStyleClass().addAll("panel", "leaf");
        books.setAlignment(Pos.CENTER_LEFT);
        List<Button> buttons = new ArrayList<>();
        model.offers().forEach(offer -> buttons.add(kit.button(offer)));
        if (model.books().more()) {
            buttons.add(kit.more(model.books().page(), model.books().pages()));
        }
        if (kit.low()) {
            books.setMinWidth(Scaffold.PICTURE);
            books.setMaxWidth(Scaffold.PICTURE);
            return Scaffold.low(Scaffold.beside(words, books), kit.buttons(buttons));
        }
        return Scaffold.columns(
                kit,
                kit.larger() ? Scaffold.NARROW_LIST : Scaffold.PICTURE,
                books,
                Scaffold.stacked(words, List.of(kit.buttons(buttons))));
    }
}
