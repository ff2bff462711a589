package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.List;

/**
 * The first screen.
 *
 * @param card what stands on the drawn card
 * @param tip where to hold it
 * @param returns whether a return can be brought now, in words
 * @param returnsTaken the same as a sign
 */
public record WelcomeModel(
        String heading,
        String lead,
        List<String> details,
        List<Offer> offers,
        String card,
        String tip,
        String returns,
        boolean returnsTaken)
        implements Model {

    static WelcomeModel of(View.Welcome view, Setting in) {
        String returns =
                switch (view.returns()) {
                    case View.Returns.Taken taken -> in.say("returns.taken", "room", taken.room());
                    case View.Returns.Closed closed ->
                        in.say(
                                "returns.closed",
                                "from",
                                in.words().from(closed.from(), in.place().zone()));
                    case View.Returns.Full full -> in.say("returns.full");
                };
        boolean taken = view.returns() instanceof View.Returns.Taken;
        return new WelcomeModel(
                in.say("welcome"),
                taken ? in.say("welcome.lead") : "",
                List.of(in.say("welcome.tip"), returns),
                List.of(
                        Offer.quiet("return", in.say("return"), new Touch.Return()),
                        Offer.quiet("typeCard", in.say("typeCard"), new Touch.TypeCard())),
                in.say("card"),
                in.say("welcome.tip"),
                returns,
                taken);
    }
}
