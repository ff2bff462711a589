package foyer.server.web.pages;

import foyer.server.projection.StationPage;
import foyer.server.web.Words;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.StationState.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
        String place = place(plan.column(), plan.row(), plan.columns(), plan.rows());
        return new StationView.Door(
                plan.id().value(), place, state, words.say(language, "door." + state), more(door, language));
    }

    /** Where the touchscreen hangs: no station says it, but it is what the doors leave free. */
    static String screen(List<StationPage.Door> doors) {
        Set<Cell> taken = new HashSet<>();
        for (StationPage.Door door : doors) {
            taken.addAll(cells(door.plan()));
        }
        int right = taken.stream().mapToInt(Cell::column).max().orElse(-1);
        int bottom = taken.stream().mapToInt(Cell::row).max().orElse(-1);
        List<Cell> free = new ArrayList<>();
        for (int row = 0; row <= bottom; row++) {
            for (int column = 0; column <= right; column++) {
                if (!taken.contains(new Cell(column, row))) {
                    free.add(new Cell(column, row));
                }
            }
        }
        if (free.isEmpty()) {
            return "";
        }
        Cell first = free.getFirst();
        int columns = free.getLast().column() - first.column() + 1;
        int rows = free.getLast().row() - first.row() + 1;
        boolean rectangle = columns > 0
                && free.size() == columns * rows
                && free.stream()
                        .allMatch(cell -> cell.column() >= first.column() && cell.column() < first.column() + columns);
        return rectangle ? place(first.column(), first.row(), columns, rows) : "";
    }

    private record Cell(int column, int row) {}

    private static List<Cell> cells(CompartmentPlan plan) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < plan.columns(); column++) {
            for (int row = 0; row < plan.rows(); row++) {
                cells.add(new Cell(plan.column() + column, plan.row() + row));
            }
        }
        return cells;
    }

    private static String place(int column, int row, int columns, int rows) {
        return "x" + column + " y" + row + " w" + columns + " h" + rows;
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
