package foyer.server.circulation;

/** An appointment's id: 1 to 64 letters, digits, hyphens or underscores. */
public record AppointmentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
