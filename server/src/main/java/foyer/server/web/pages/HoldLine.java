package foyer.server.web.pages;

import com.ibm.icu.text.Collator;
import foyer.server.projection.StaffLists;
import foyer.server.web.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A hold in a list of staff's work, in words.
 *
 * @param shelf the branch to which the copy belongs
 * @param pickup the branch at which it is collected
 * @param travels the two are not the same
 * @param since when it came into its state, {@code sinceAt} for machines
 * @param lastDay the last day to collect; empty while it is not known
 */
record HoldLine(
        String id,
        String title,
        String author,
        String patron,
        String patronId,
        String item,
        String shelf,
        String pickup,
        boolean travels,
        boolean fromQueue,
        String placed,
        String since,
        String sinceAt,
        String lastDay) {
    static List<HoldLine> of(List<StaffLists.Kept> rows, Map<String, String> branches, Times times) {
        return rows.stream().map(row -> of(row, branches, times)).toList();
    }

    /** As one walks along the shelves: branch by branch, by author, then by title. */
    static List<HoldLine> alongShelves(List<StaffLists.Kept> rows, Map<String, String> branches, Times times) {
        Collator letters = Collator.getInstance(times.language());
        return of(rows, branches, times).stream()
                .sorted(Comparator.comparing(HoldLine::shelf, letters)
                        .thenComparing(HoldLine::author, letters)
                        .thenComparing(HoldLine::title, letters)
                        .thenComparing(HoldLine::item))
                .toList();
    }

    private static HoldLine of(StaffLists.Kept row, Map<String, String> branches, Times times) {
        return new HoldLine(
                row.id(),
                row.title(),
                row.author(),
                row.patronName(),
                row.patron(),
                row.item(),
                branches.getOrDefault(row.itemBranch(), row.itemBranch()),
                branches.getOrDefault(row.pickupBranch(), row.pickupBranch()),
                !row.itemBranch().equals(row.pickupBranch()),
                row.fromQueue(),
                times.moment(row.placedAt()),
                times.moment(row.since()),
                row.since().toString(),
                row.lastDay().map(times::day).orElse(""));
    }

    @Override
    public String toString() {
        return "HoldLine[" + id + "]";
    }
}
