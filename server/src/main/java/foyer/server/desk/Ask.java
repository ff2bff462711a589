package foyer.server.desk;

import foyer.server.circulation.By;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.util.Optional;

/**
 * Who asks for something, and how often it may be asked.
 *
 * @param by the patron, or staff for themselves or on a patron's behalf
 * @param key makes the command idempotent: the same key by the same person gets the same answer; 1 to 200 characters
 * @param version what was read before asking: when it has changed since, the command is refused
 */
public record Ask(By by, Optional<String> key, Optional<Long> version) {
    public static Ask patron(String patron) {
        return new Ask(new By.Reader(new PatronId(patron)), Optional.empty(), Optional.empty());
    }

    /** Staff at the desk, for the library. */
    public static Ask staff(String staff) {
        return staff(staff, "DESK", "");
    }

    /**
     * Staff on a patron's behalf (domain A14, B11).
     *
     * @param channel {@code DESK, PHONE, EMAIL}: how the patron asked
     * @param why in words; may be empty
     * @throws IllegalArgumentException when there is no such channel
     */
    public static Ask staff(String staff, String channel, String why) {
        By by = new By.Staff(new StaffId(staff), By.Channel.valueOf(channel), why.strip());
        return new Ask(by, Optional.empty(), Optional.empty());
    }

    public Ask once(String idempotencyKey) {
        return new Ask(by, Optional.of(idempotencyKey), version);
    }

    public Ask seen(long readVersion) {
        return new Ask(by, key, Optional.of(readVersion));
    }

    /** The acting person's id. */
    String who() {
        return by.id();
    }

    /** Only staff's commands ask for it. */
    StaffId staff() {
        return switch (by) {
            case By.Staff member -> member.staff();
            case By.Reader reader -> throw new IllegalArgumentException("patrons do not do this themselves");
            case By.House house -> throw new IllegalArgumentException("no rule does this");
        };
    }
}
