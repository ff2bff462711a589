package foyer.server.circulation;

import foyer.station.ItemBarcode;
import java.time.Instant;

/**
 * A copy of a title, owned by a branch.
 *
 * @param material what it is, as {@code book, audio, film}: how long it rests may hang on it
 */
public record Item(ItemBarcode barcode, String title, String branch, String network, String material, ItemState state) {
    /** Whether it may be promised now: on the shelf, or rested long enough (domain, rule 1 of what is implied). */
    public boolean availableAt(Instant now) {
        return switch (state) {
            case ItemState.OnShelf s -> true;
            case ItemState.InQuarantine rest -> !now.isBefore(rest.until());
            case ItemState.Held s -> false;
            case ItemState.InCompartment s -> false;
            case ItemState.OnLoan s -> false;
            case ItemState.Uncertain s -> false;
        };
    }
}
