package foyer.station;

/** Retained, and the last will: whether the connection {@code link} stands. The will of an older link is ignored. */
public record Link(LinkId link, boolean online) {}
