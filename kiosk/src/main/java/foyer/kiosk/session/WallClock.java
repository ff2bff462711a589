package foyer.kiosk.session;

import foyer.station.EventEnvelope.ClockQuality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * The clock on the wall and how far it can be believed. Nothing is opened by it; it stamps events and says whether it is
 * returns day.
 */
public final class WallClock {
    /** systemd-timesyncd makes this file once the time came from the network since this boot. */
    private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");

    private static final long LOOK_EVERY_MS = 60_000;

    private final Clock clock;
    private final Path synchronised;
    /** No time before this can be right: the station has told a later one, or this software did not exist. */
    private Instant floor;

    private long lookedAt = -LOOK_EVERY_MS;
    private boolean network;

    public WallClock(Clock clock, Instant floor) {
        this(clock, floor, SYNCHRONISED);
    }

    WallClock(Clock clock, Instant floor, Path synchronised) {
        this.clock = clock;
        this.floor = floor;
        this.synchronised = synchronised;
    }

    Instant now() {
        return clock.instant();
    }

    /** @param runningMs monotonic, so that the file is not looked for at every event */
    ClockQuality quality(long runningMs) {
        if (runningMs - lookedAt >= LOOK_EVERY_MS) {
            lookedAt = runningMs;
            network = Files.exists(synchronised);
        }
        Instant now = now();
        if (network) {
            floor = now;
            return ClockQuality.NTP;
        }
        if (now.isBefore(floor)) {
            return ClockQuality.UNSET;
        }
        return ClockQuality.HELD;
    }
}
