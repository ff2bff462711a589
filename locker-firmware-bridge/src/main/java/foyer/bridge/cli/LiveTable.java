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

    /** @param lines none longer than the terminal is wide */
    void draw(List<String> lines, String foot) {
        StringBuilder picture = new StringBuilder(HIDE_CURSOR);
        if (drawn > 0) {
            picture.append("\u001b[").append(drawn).append('A');
        }
        lines.forEach(line -> picture.append(line).append(CLEAR_LINE).append('\n'));
        picture.append(foot).append(CLEAR_LINE).append('\n').append(CLEAR_BELOW);
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
