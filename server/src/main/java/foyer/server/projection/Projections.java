package foyer.server.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every question a page or REST asks of the ledger. */
public interface Projections {
    /** Stations of a network. */
    List<StationLine> stations(String network);

    Optional<StationPage> station(String id);

    /** Holds of a network in one of these states, oldest first. */
    List<HoldRow> holds(String network, List<String> states);

    Optional<HoldRow> hold(String id);

    /** A patron's holds and loans, newest first. */
    List<HoldRow> holdsOf(String patron);

    List<LoanRow> loansOf(String patron);

    Optional<TitleRow> title(String id);

    /** Titles of a network whose title, author or ISBN contain the words; at most {@code most}. */
    List<TitleRow> titles(String network, String words, int most);

    Optional<Copy> item(String barcode);

    List<BranchRow> branches(String network);

    /** Messages that could not be read or applied, newest first, at most 100. */
    List<DeadLetter> deadLetters(String network);

    record StationLine(String id, String branch, Map<String, String> branchName, boolean online) {
        public StationLine {
            branchName = Map.copyOf(branchName);
        }
    }

    record Copy(String item, String titleId, String title, TitleRow.Copy copy) {}

    record BranchRow(String id, String network, Map<String, String> name, String address, String phone, String email) {
        public BranchRow {
            name = Map.copyOf(name);
        }
    }

    record DeadLetter(long id, Optional<String> station, String why, int bytes, Instant receivedAt) {}
}
