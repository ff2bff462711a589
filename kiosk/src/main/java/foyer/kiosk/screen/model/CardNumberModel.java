package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.List;
import java.util.Optional;

/** The card's number, typed where the card cannot be scanned. */
public record CardNumberModel(
        String heading, String lead, List<String> details, List<Offer> offers, boolean malformed, Typed typed)
        implements Model {
    /** The longest library numbers in use have 14 digits; a national identity number has 11. */
    private static final int MOST_DIGITS = 20;

    @Override
    public Optional<Typed> typing() {
        return Optional.of(typed);
    }

    @Override
    public Optional<Touch> entered() {
        return typed.length() < Typed.LEAST ? Optional.empty() : Optional.of(new Touch.CardTyped(typed.text()));
    }

    static CardNumberModel of(View.CardNumber view, Setting in) {
        return new CardNumberModel(
                in.say("cardNumber"),
                in.say(view.malformed() ? "cardNumber.malformed" : "cardNumber.lead"),
                List.of(),
                List.of(Offer.quiet("back", in.say("back"), new Touch.Back())),
                view.malformed(),
                new Typed(MOST_DIGITS));
    }
}
