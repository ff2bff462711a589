package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.List;

/** Staff confirm that a bin is empty. */
public record BinConfirmModel(String heading, String lead, List<String> details, List<Offer> offers) implements Model {
    static BinConfirmModel of(View.BinConfirm view, Setting in) {
        return new BinConfirmModel(
                in.say("binConfirm", "bin", view.bin().value()),
                in.say("binConfirm.lead", "n", view.dropped()),
                List.of(),
                List.of(
                        Offer.usual("seenEmpty", in.say("binConfirm.yes"), new Touch.SeenEmpty()),
                        Offer.quiet("back", in.say("back"), new Touch.Back())));
    }
}
