package foyer.bridge.cli;

import java.util.ArrayList;
import java.util.List;

/** A {@link StatusReport} as lines that fit a terminal: doors side by side, parts one below the other. */
final class StatusText {
    private static final String INDENT = "  ";
    private static final int WIDEST_WALL = 100;

    private final Style style;
    private final int width;

    StatusText(Style style, int width) {
        this.style = style;
        this.width = width;
    }

    List<String> lines(StatusReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Doors");
        lines.addAll(doors(report.doors()));
        section(lines, "Bins", bins(report));
        section(lines, "Switches", switches(report));
        section(lines, "Lines", parts("line", report.lines()));
        section(lines, "Boards", parts("board", report.boards()));
        section(lines, "Scanners", parts("scanner", report.scanners()));
        return lines;
    }

    private List<String> doors(List<StatusReport.Door> doors) {
        int name = doors.stream().mapToInt(door -> door.name().length()).max().orElse(0);
        int cell = name + 10;
        int perRow = Math.max(1, (Math.min(width, WIDEST_WALL) - INDENT.length()) / cell);
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder(INDENT);
        for (int i = 0; i < doors.size(); i++) {
            StatusReport.Door door = doors.get(i);
            row.append(" ".repeat(name - door.name().length()))
                    .append(door.name())
                    .append(' ');
            row.append(state(door.state())).append(" ".repeat(9 - door.state().length()));
            if ((i + 1) % perRow == 0 || i == doors.size() - 1) {
                rows.add(row.toString().stripTrailing());
                row.setLength(INDENT.length());
            }
        }
        return rows;
    }

    private List<String> bins(StatusReport report) {
        Table table = new Table();
        report.bins().forEach(bin -> {
            String container = bin.container();
            table.row(
                    "bin " + bin.name(),
                    "flap " + bin.flap(),
                    "level " + bin.level(),
                    container == null ? "" : "container " + container);
        });
        return table.lines(width - INDENT.length());
    }

    private List<String> switches(StatusReport report) {
        Table table = new Table();
        report.tampers().forEach(tamper -> table.row("tamper " + tamper.name(), tamper.state()));
        report.powers().forEach(power -> table.row("power " + power.name(), power.state()));
        return table.lines(width - INDENT.length());
    }

    private List<String> parts(String kind, List<StatusReport.Part> parts) {
        Table table = new Table();
        parts.forEach(part -> table.row(kind + " " + part.name(), part.well() ? "well" : "NOT WELL", part.words()));
        return table.lines(width - INDENT.length());
    }

    private void section(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add(title);
            content.forEach(line -> lines.add(INDENT + marked(line)));
        }
    }

    private String marked(String line) {
        return line.replace("NOT WELL", style.bad("NOT WELL"));
    }

    private String state(String state) {
        return switch (state) {
            case "open" -> style.doubtful(state);
            case "closed" -> style.good(state);
            default -> style.bad(state);
        };
    }
}
