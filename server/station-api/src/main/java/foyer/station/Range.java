package foyer.station;

/** Bounds of the numbers in messages, checked where a record is made, so that no page has to draw a wall of a billion cells. */
final class Range {
    private Range() {}

    static void require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is at least " + least + " and at most " + most);
        }
    }

    static void atLeast(long least, String what, long value) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is at least " + least);
        }
    }
}
