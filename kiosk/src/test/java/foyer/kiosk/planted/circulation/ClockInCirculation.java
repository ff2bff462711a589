package foyer.kiosk.planted.circulation;

import java.time.Instant;

public final class ClockInCirculation {
    public Instant now() {
        return Instant.now();
    }
}
