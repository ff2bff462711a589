package foyer.server.planted;

public final class AnyServerClass {}
