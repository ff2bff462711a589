package foyer.server.circulation;

/** A bin batch's id: 1 to 64 letters, digits, hyphens or underscores. */
public record BatchId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
