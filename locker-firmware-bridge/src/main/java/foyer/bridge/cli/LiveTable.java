package foyer.bridge.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * Lines on a terminal that are drawn over themselves. Each picture is written at once and clears only behind the text,
 * so nothing flickers; the cursor is hidden until the table is closed.
 */
final class LiveTable implements AutoCloseable {
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter out;
    private int drawn;

    LiveTable(PrintWriter out) {
        this.out = out;
    }

    /**
     * Draws over what was drawn before.
     *
     * @param all none longer than the terminal is wide
     * @param height rows of the terminal; what does not fit is left out, for the cursor cannot go up to it
     */
    void draw(List<String> all, int height, String foot) {
        int room = Math.max(1, height - 2);
        boolean fits = all.size() <= room;
        List<String> lines = fits ? all : all.subList(0, room);
        String last = fits ? foot : foot + "; " + (all.size() - room) + " more lines in a higher window";
        StringBuilder picture = new StringBuilder(HIDE_CURSOR);
        if (drawn > 0) {
            picture.append("\u001b[").append(drawn).append('A');
        }
        lines.forEach(line -> picture.append(line).append(CLEAR_LINE).append('\n'));
        picture.append(last).append(CLEAR_LINE).append('\n').append(CLEAR_BELOW);
        drawn = lines.size() + 1;
        out.print(picture);
        out.flush();
    }

    @Override
    public void close() {
        out.print(SHOW_CURSOR);
        out.flush();
    }
}
