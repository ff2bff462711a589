package foyer.server.circulation;

import foyer.station.ItemBarcode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An item dropped into a bin: its loan ends with the drop, and it rests. */
final class Returning {
    private Returning() {}

    static List<Change> received(Happened happened, ItemBarcode barcode) {
        Optional<Item> known = happened.known().item(barcode);
        if (known.isEmpty()) {
            return List.of(happened.flag("unknown-item"));
        }
        Item item = known.get();
        Happened.Site site = happened.known().site();
        List<Change> changes = new ArrayList<>();
        Optional<Loan.Running> loan = happened.known().loan(barcode);
        loan.ifPresent(running -> changes.add(new Change.LoanEnded(new Loan.Ended(running.facts(), happened.at()))));
        if (loan.isEmpty()) {
            changes.add(happened.flag("not-on-loan"));
        }
        if (!item.network().equals(site.network())) {
            changes.add(happened.flag("other-network"));
        } else if (!item.branch().equals(site.branch())) {
            changes.add(happened.flag(
                    happened.mention().with("detail", "other-branch").with("expected", item.branch())));
        }
        // Counted in hours, not in days of a calendar: the rest is about time passed, whatever the clocks did in
        // spring.
        Duration rest = Duration.ofHours(24L * site.policy().quarantineDays());
        changes.add(new Change.ItemBecame(
                barcode, new ItemState.InQuarantine(happened.at().plus(rest))));
        return List.copyOf(changes);
    }
}
