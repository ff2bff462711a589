package foyer.kiosk.screen.model;

import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The wall of doors as it hangs, and where on it a door is, in words: whoever cannot see which one is lit can still
 * find it.
 *
 * @param columns width of the wall in cells
 * @param rows height of the wall in cells
 * @param screen where no door hangs: the largest empty rectangle is where the touchscreen is
 */
public record Wall(List<CompartmentPlan> doors, int columns, int rows, Optional<Cells> screen) {
    /** More than any wall has; beyond it the column is said by its number. */
    private static final int COLUMNS_WITH_A_WORD = 8;

    /** A rectangle of cells, counted from the upper left, from 0. */
    public record Cells(int column, int row, int columns, int rows) {
        int size() {
            return columns * rows;
        }
    }

    public Wall {
        doors = List.copyOf(doors);
    }

    public static Wall of(List<CompartmentPlan> doors) {
        int columns = doors.stream()
                .mapToInt(door -> door.column() + door.columns())
                .max()
                .orElse(0);
        int rows =
                doors.stream().mapToInt(door -> door.row() + door.rows()).max().orElse(0);
        return new Wall(doors, columns, rows, largestEmpty(taken(doors, columns, rows)));
    }

    /** "Third column, at the height of the screen.", or empty for a door that is not on this wall. */
    static String where(CompartmentId door, Setting in) {
        Wall wall = of(in.place().wall());
        return wall.doors.stream()
                .filter(plan -> plan.id().equals(door))
                .findFirst()
                .map(plan -> in.words()
                        .say(
                                "where",
                                Map.of(
                                        "column",
                                        columnWord(plan, in),
                                        "height",
                                        in.say("height." + wall.height(plan)))))
                .orElse("");
    }

    private static String columnWord(CompartmentPlan plan, Setting in) {
        int column = plan.column() + 1;
        return column <= COLUMNS_WITH_A_WORD ? in.say("column." + column) : in.say("column.n", "n", column);
    }

    private String height(CompartmentPlan plan) {
        if (screen.isPresent()) {
            Cells cells = screen.get();
            if (plan.row() + plan.rows() <= cells.row()) {
                return "above";
            }
            return plan.row() >= cells.row() + cells.rows() ? "below" : "beside";
        }
        double middle = (plan.row() + plan.rows() / 2.0) / rows;
        return middle < 1 / 3.0 ? "top" : middle > 2 / 3.0 ? "bottom" : "middle";
    }

    private static boolean[][] taken(List<CompartmentPlan> doors, int columns, int rows) {
        boolean[][] taken = new boolean[rows][columns];
        for (CompartmentPlan door : doors) {
            for (int row = door.row(); row < door.row() + door.rows(); row++) {
                for (int column = door.column(); column < door.column() + door.columns(); column++) {
                    taken[row][column] = true;
                }
            }
        }
        return taken;
    }

    private static Optional<Cells> largestEmpty(boolean[][] taken) {
        List<Cells> empty = new ArrayList<>();
        for (int row = 0; row < taken.length; row++) {
            for (int column = 0; column < taken[row].length; column++) {
                growFrom(taken, row, column, empty);
            }
        }
        return empty.stream().reduce((one, other) -> other.size() > one.size() ? other : one);
    }

    /** All empty rectangles whose upper left cell is this one. */
    private static void growFrom(boolean[][] taken, int row, int column, List<Cells> found) {
        int widest = taken[row].length - column;
        for (int down = row; down < taken.length && widest > 0; down++) {
            int width = 0;
            while (width < widest && !taken[down][column + width]) {
                width++;
            }
            widest = width;
            if (width > 0) {
                found.add(new Cells(column, row, width, down - row + 1));
            }
        }
    }
}
