package foyer.kiosk.circulation;

import foyer.station.PatronId;
import foyer.station.StaffId;
import java.util.Optional;

/** A card or badge somebody showed, before its PIN. {@code who} is empty for a card nobody here has. */
public record Claim(String mac, Optional<Who> who) {

    public sealed interface Who {
        String pinHash();

        record Patron(PatronId patron, String pinHash) implements Who {}

        record Staff(StaffId staff, String pinHash) implements Who {}
    }

    public boolean staff() {
        return who.filter(Who.Staff.class::isInstance).isPresent();
    }

    @Override
    public String toString() {
        return "Claim[]";
    }
}
