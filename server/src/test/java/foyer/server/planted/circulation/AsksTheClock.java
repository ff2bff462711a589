package foyer.server.planted.circulation;

import java.time.Instant;

final class AsksTheClock {
    private AsksTheClock() {}

    static Instant now() {
        return Instant.now();
    }
}
