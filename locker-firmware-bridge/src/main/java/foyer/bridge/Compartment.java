package foyer.bridge;

/** One compartment as it hangs on the wall: cells of a grid, counted from the upper left, from 0. */
public record Compartment(String name, Size size, Height height, int column, int row, int columns, int rows) {
    public enum Size {
        S,
        M,
        L
    }

    /** LOW can be reached from a wheelchair and by a child. */
    public enum Height {
        LOW,
        MIDDLE,
        HIGH
    }
}
