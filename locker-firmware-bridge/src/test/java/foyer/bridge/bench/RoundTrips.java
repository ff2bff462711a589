package foyer.bridge.bench;

import foyer.bridge.board.Board;
import foyer.bridge.board.BoardSetup;
import foyer.bridge.board.Protocol8A80;
import foyer.bridge.board.WireBus;
import foyer.bridge.line.SerialLine;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Questions with their answers, and how long each took beyond the boards' own time. */
final class RoundTrips {
    private static final BoardSetup SETUP =
            new BoardSetup("a", 1, TimedBoards.CHANNELS, TimeUnit.SECONDS.toNanos(1), 0);
    private static final int ANSWER = 7;

    private RoundTrips() {}

    /**
     * Of one round, in milliseconds.
     *
     * @param p50 half of all took no longer
     * @param p99 all but one in a hundred took no longer
     */
    record Times(double p50, double p99, double max) {
        static Times of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Times(at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(long[] sorted, double part) {
            return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
        }
    }

    private interface Question {
        /** Returns when the question was handed to the terminal. */
        long askAndHear() throws Exception;
    }

    /** From the call of a board's read until it returns a reading. */
    static Times bridge(TimedBoards.Pace pace, int count) throws Exception {
        try (TimedBoards boards = TimedBoards.start(pace, 1);
                TimedLine line = new TimedLine(SerialLine.open(boards.path(), 9_600));
                WireBus<?> bus = WireBus.open(line, new Protocol8A80(), List.of(SETUP))) {
            Board board = bus.board("a");
            // An answer that is lost costs its whole time, and counts with it.
            return measure(boards, count, () -> {
                var unused = board.read(() -> false);
                return line.writtenAt();
            });
        }
    }

    /** The same bytes written and read as a file, without the bridge and jSerialComm. */
    static Times raw(TimedBoards.Pace pace, int count) throws Exception {
        byte[] question = new Protocol8A80().question(SETUP);
        try (TimedBoards boards = TimedBoards.start(pace, 1);
                FileOutputStream out = new FileOutputStream(boards.path());
                FileInputStream in = new FileInputStream(boards.path())) {
            return measure(boards, count, () -> {
                out.write(question);
                long written = System.nanoTime();
                if (in.readNBytes(ANSWER).length < ANSWER) {
                    throw new IllegalStateException("the terminal ended");
                }
                return written;
            });
        }
    }

    /** What is before the wire, and what is after it: what the board's own end takes to wake up is neither. */
    private static Times measure(TimedBoards boards, int count, Question question) throws Exception {
        for (int i = 0; i < boards.pace().warmUp; i++) {
            var unused = question.askAndHear();
        }
        long[] beyond = new long[count];
        for (int i = 0; i < count; i++) {
            long asked = System.nanoTime();
            long written = question.askAndHear();
            long heard = System.nanoTime();
            beyond[i] = written - asked + heard - boards.spokeAt();
        }
        return Times.of(beyond);
    }
}
