package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.List;
import java.util.Optional;

/** The PIN. The screen says how many digits were typed, never which. */
public record PinModel(
        String heading, String lead, List<String> details, List<Offer> offers, boolean again, Typed typed)
        implements Model {
    private static final int MOST_DIGITS = 12;

    @Override
    public Optional<Typed> typing() {
        return Optional.of(typed);
    }

    @Override
    public Optional<Touch> entered() {
        return typed.length() < Typed.LEAST ? Optional.empty() : Optional.of(new Touch.PinTyped(typed.text()));
    }

    static PinModel of(View.Pin view, Setting in) {
        String lead = view.again() ? "pin.again" : view.staff() ? "pin.staff.lead" : "pin.lead";
        return new PinModel(
                in.say(view.staff() ? "pin.staff" : "pin"),
                in.say(lead),
                List.of(),
                List.of(Offer.quiet("back", in.say("back"), new Touch.Back())),
                view.again(),
                new Typed(MOST_DIGITS));
    }
}
