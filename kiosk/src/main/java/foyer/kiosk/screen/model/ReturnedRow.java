package foyer.kiosk.screen.model;

import foyer.kiosk.session.View;
import java.util.List;
import java.util.Map;

/**
 * One book somebody brought back, and what became of it.
 *
 * @param received false: the person still has it
 */
public record ReturnedRow(String title, String about, boolean received) {

    /** The newest first: it is the one the person waits for. */
    static Pages<ReturnedRow> pages(List<View.Returned> returned, Setting in) {
        List<ReturnedRow> rows =
                returned.reversed().stream().map(one -> of(one, in)).toList();
        return Pages.of(rows, in.low() && in.larger() ? 1 : in.low() || in.larger() ? 2 : 3, in.page());
    }

    static long received(List<View.Returned> returned) {
        return returned.stream()
                .filter(one -> one.result() == View.Returned.Result.RECEIVED)
                .count();
    }

    private static ReturnedRow of(View.Returned one, Setting in) {
        String title = Titles.of(one.book(), in);
        return switch (one.result()) {
            case RECEIVED ->
                new ReturnedRow(
                        title,
                        in.words()
                                .say(
                                        "returned.received",
                                        Map.of(
                                                "time",
                                                in.words()
                                                        .time(
                                                                one.at(),
                                                                in.place().zone()),
                                                "days",
                                                one.quarantineDays())),
                        true);
            case NOT_OURS -> new ReturnedRow(title, in.say("returned.notOurs"), false);
            case NOT_DROPPED -> new ReturnedRow(title, in.say("returned.notDropped"), false);
        };
    }
}
