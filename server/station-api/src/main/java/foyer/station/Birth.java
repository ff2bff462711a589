package foyer.station;

import java.util.List;

/**
 * What a station says first on every connection: who it is now, what it holds, and how its wall looks. The server
 * compares it with what it believes; what differs becomes a discrepancy, and the physical fact wins.
 *
 * @param firstSeq the oldest event still in the outbox, or {@code lastSeq + 1} when it is empty
 * @param lastSeq the newest event made in this epoch, 0 when none was
 * @param desiredVersion the version of {@link ServerMessage.Desired} it follows, 0 before the first
 */
public record Birth(
        Epoch epoch,
        long boot,
        LinkId link,
        long firstSeq,
        long lastSeq,
        long desiredVersion,
        String software,
        List<CompartmentPlan> compartments,
        List<BinId> bins) {
    /** The widest and highest wall, in cells. */
    public static final int MOST_CELLS = 64;

    public Birth {
        Range.atLeast(1, "boot", boot);
        Range.atLeast(1, "firstSeq", firstSeq);
        Range.atLeast(0, "lastSeq", lastSeq);
        Range.atLeast(0, "desiredVersion", desiredVersion);
        compartments = List.copyOf(compartments);
        bins = List.copyOf(bins);
    }

    /** One door as it hangs on this wall, in cells of a grid counted from the upper left, from 0. */
    public record CompartmentPlan(
            CompartmentId id, Size size, Height height, int column, int row, int columns, int rows) {
        public CompartmentPlan {
            Range.require("column", column, 0, MOST_CELLS - 1);
            Range.require("row", row, 0, MOST_CELLS - 1);
            Range.require("columns", columns, 1, MOST_CELLS);
            Range.require("rows", rows, 1, MOST_CELLS);
        }
    }

    public enum Size {
        S,
        M,
        L
    }

    /** LOW can be reached from a wheelchair and by a child. */
    public enum Height {
        LOW,
        MIDDLE,
        HIGH
    }
}
