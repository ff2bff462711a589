package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.CardNumberModel;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The number pad, and the digits as they are typed. */
final class CardNumberView {
    private CardNumberView() {}

    static Node paint(CardNumberModel model, Kit kit) {
        Label digits = new Label();
        digits.setId("typed");
        digits.getStyleClass().add("typed");
        digits.setMaxWidth(Double.MAX_VALUE);
        digits.setMinHeight(Region.USE_PREF_SIZE);
        digits.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> grouped(model.typed().text()), model.typed().lengthProperty()));
        digits.setAccessibleText(model.heading());
        return Numbers.paint(model, digits, model.malformed(), kit);
    }

    /** In fours, as on the card: a long row of digits cannot be compared. */
    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder();
        for (int at = 0; at < digits.length(); at++) {
            grouped.append(at > 0 && at % 4 == 0 ? "\u2009 " : "").append(digits.charAt(at));
        }
        return grouped.toString();
    }
}
