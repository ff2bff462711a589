package foyer.bridge.cli;

import java.util.ArrayList;
import java.util.List;

/** A {@link DoctorReport} to be read by people: what is wrong first, and then all there is. */
record DoctorText(DoctorReport report) {
    private static final String INDENT = "  ";

    List<String> lines() {
        List<String> text = new ArrayList<>();
        text.add("locker-bridge doctor, " + report.time());
        text.add("");
        text.add(report.findings().isEmpty() ? "Nothing wrong was found." : "What is wrong, and what to do");
        for (int i = 0; i < report.findings().size(); i++) {
            text.add(INDENT + (i + 1) + ". " + report.findings().get(i).what() + ".");
            text.add(INDENT + "   " + report.findings().get(i).todo() + ".");
        }
        section(text, "Programs", programs());
        section(text, "Lines", lineHealth());
        section(text, "Boards", boardHealth());
        section(text, "Scanners", scannerHealth());
        section(text, "Hardware file " + report.file(), report.map());
        section(text, "Ports, pins, keyboards, cameras", PortsCommand.text(report.inventory()));
        return text;
    }

    private List<String> programs() {
        return new Table()
                .row("locker-bridge", report.version())
                .row("Java", report.java())
                .row("system", report.system())
                .lines(Integer.MAX_VALUE);
    }

    private List<String> lineHealth() {
        Table table = new Table();
        report.lines()
                .forEach(line -> table.row(
                        "line " + line.name(),
                        line.where(),
                        line.trouble() == null
                                ? (line.echoes() ? "open, echoes, " : "open, ") + line.skipped() + " bytes of noise"
                                : "NOT OPEN: " + line.trouble()));
        return table.lines(Integer.MAX_VALUE);
    }

    private List<String> boardHealth() {
        Table table = new Table();
        report.boards()
                .forEach(board -> table.row(
                        "board " + board.name(),
                        board.kind() + " " + board.address(),
                        board.answered() + " of " + board.asked() + " answers",
                        board.answered() == 0
                                ? "-"
                                : "p50 " + board.medianMillis() + " ms, p99 " + board.slowestMillis() + " ms",
                        board.contacts() == null ? "" : "contacts " + board.contacts()));
        return table.lines(Integer.MAX_VALUE);
    }

    private List<String> scannerHealth() {
        Table table = new Table();
        report.scanners()
                .forEach(scanner -> table.row(
                        "scanner " + scanner.name(),
                        scanner.where(),
                        scanner.trouble() == null ? "can be opened" : "CANNOT BE OPENED: " + scanner.trouble()));
        return table.lines(Integer.MAX_VALUE);
    }

    private static void section(List<String> text, String title, List<String> content) {
        if (!content.isEmpty()) {
            text.add("");
            text.add(title);
            content.forEach(line -> text.add(INDENT + line));
        }
    }
}
