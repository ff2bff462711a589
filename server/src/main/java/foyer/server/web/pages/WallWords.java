package foyer.server.web.pages;

import foyer.server.projection.StationPage;
import foyer.server.web.Words;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.StationState.Position;
import java.util.Locale;
import java.util.Map;

/** The doors and bins of one wall in words, each with the look that says the same. */
final class WallWords {
    private final Words words;

    WallWords(Words words) {
        this.words = words;
    }

    /** What matters most about a door comes first: that it cannot be used, then that it stands open. */
    static String state(StationPage.Door door) {
        return switch (door.use()) {
            case JAMMED -> "jammed";
            case TO_INSPECT -> door.position() == Position.OPEN ? "open" : "look";
            case FREE -> moved(door.position(), "free");
            case HOLDING -> moved(door.position(), "ready");
        };
    }

    private static String moved(Position position, String closed) {
        return switch (position) {
            case OPEN -> "open";
            case UNKNOWN -> "silent";
            case CLOSED -> closed;
        };
    }

    StationView.Door door(StationPage.Door door, Locale language) {
        String state = state(door);
        CompartmentPlan plan = door.plan();
        String place = "x" + plan.column() + " y" + plan.row() + " w" + plan.columns() + " h" + plan.rows();
        return new StationView.Door(
                plan.id().value(), place, state, words.say(language, "door." + state), more(door, language));
    }

    /** Initials and how many items while something is inside, else the size. */
    private String more(StationPage.Door door, Locale language) {
        if (door.items() > 0) {
            String items = words.say(language, "door.items", Map.of("count", door.items()));
            return door.patron().map(who -> who + " · " + items).orElse(items);
        }
        String size = door.plan().size().name();
        return switch (door.plan().height()) {
            case LOW -> size + " · " + words.say(language, "door.low");
            case MIDDLE, HIGH -> size;
        };
    }

    StationView.Bin bin(StationPage.Bin bin, Locale language) {
        boolean full = bin.dropped() >= bin.capacity();
        String word =
                switch (bin.flap()) {
                    case OPEN -> "open";
                    case UNKNOWN -> "silent";
                    case CLOSED -> full ? "full" : "taking";
                };
        String tone =
                switch (bin.flap()) {
                    case OPEN, UNKNOWN -> "honey";
                    case CLOSED -> full ? "brick" : "leaf";
                };
        String name = words.say(language, "bin.name", Map.of("bin", bin.id()));
        return new StationView.Bin(
                "bin-" + bin.id(), name, bin.dropped(), bin.capacity(), words.say(language, "bin." + word), tone);
    }
}
