package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.station.CompartmentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong (the heading), what to do (the lead), who helps.
 *
 * @param help who helps, with the branch's phone
 * @param door the door it is about, to be drawn
 */
public record TroubleModel(
        String heading,
        String lead,
        List<String> details,
        List<Offer> offers,
        String help,
        Optional<CompartmentId> door)
        implements Model {

    static TroubleModel of(View.Trouble view, Setting in) {
        Map<String, Object> values =
                Map.of("door", view.door().map(CompartmentId::value).orElse("none"));
        String key = "trouble." + view.what().name();
        String help = in.say("trouble.help", "phone", in.place().phone());
        Offer ok =
                new Offer("ok", in.say("ok"), view.retry() ? Offer.Kind.QUIET : Offer.Kind.USUAL, new Touch.Ok(), true);
        List<Offer> offers =
                view.retry() ? List.of(Offer.usual("retry", in.say("retry"), new Touch.Retry()), ok) : List.of(ok);
        return new TroubleModel(
                in.words().say(key, values),
                in.words().say(key + ".do", values),
                List.of(help),
                offers,
                help,
                view.door());
    }
}
