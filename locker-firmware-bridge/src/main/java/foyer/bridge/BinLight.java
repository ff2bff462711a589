package foyer.bridge;

/** What a bin's lamps say to the person before it. */
public enum BinLight {
    /** Both dark: nobody is to do anything. */
    OFF,
    /** Green: put something in. */
    READY,
    /** Red: full, or not in use. */
    FULL_OR_CLOSED
}
