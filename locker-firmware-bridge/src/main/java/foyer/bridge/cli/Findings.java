package foyer.bridge.cli;

import foyer.bridge.Hardware;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a station, judged from what an examination saw; the most fundamental first. Computes only. */
record Findings(
        Hardware hardware,
        Inventory inventory,
        List<DoctorReport.LineHealth> lines,
        List<DoctorReport.BoardHealth> boards,
        List<DoctorReport.ScannerHealth> scanners) {
    /** Of a hundred answers so many may be missing on a line that is well. */
    private static final int MISSING_TOLERATED = 1;

    Findings {
        lines = List.copyOf(lines);
        boards = List.copyOf(boards);
        scanners = List.copyOf(scanners);
    }

    List<DoctorReport.Finding> all() {
        List<DoctorReport.Finding> findings = new ArrayList<>();
        for (Inventory.Device device : inventory.devices()) {
            if (device.trouble() != null && isUsed(device)) {
                findings.add(new DoctorReport.Finding(device.path() + " is not usable", device.trouble()));
            }
        }
        lines.forEach(line -> ofLine(findings, line));
        boards.forEach(board -> ofBoard(findings, board));
        for (DoctorReport.ScannerHealth scanner : scanners) {
            if (scanner.trouble() != null) {
                findings.add(
                        new DoctorReport.Finding("scanner " + scanner.name() + " cannot be opened", scanner.trouble()));
            }
        }
        return findings;
    }

    private boolean isUsed(Inventory.Device device) {
        return lines.stream().anyMatch(line -> line.where().contains(device.path()))
                || scanners.stream().anyMatch(scanner -> scanner.where().contains(device.path()));
    }

    private static void ofLine(List<DoctorReport.Finding> findings, DoctorReport.LineHealth line) {
        if (line.trouble() != null) {
            findings.add(new DoctorReport.Finding("line " + line.name() + " is not open", line.trouble()));
        } else if (line.skipped() > 0) {
            findings.add(new DoctorReport.Finding(
                    line.skipped() + " bytes on line " + line.name() + " were no answer",
                    "check the shield, the ground between computer and boards, the 120 ohm resistors at both ends, and"
                            + " that no two boards have one address"));
        }
    }

    private void ofBoard(List<DoctorReport.Finding> findings, DoctorReport.BoardHealth board) {
        int missing = board.asked() - board.answered();
        if (board.asked() > 0 && board.answered() == 0) {
            findings.add(new DoctorReport.Finding(
                    "board " + board.name() + " does not answer",
                    "check its power, the wires A and B, and its address (" + board.address() + " in the file);"
                            + " find-boards finds it at any other"));
        } else if (missing > MISSING_TOLERATED) {
            int reply = hardware.board(board.name()).replyMillis();
            findings.add(new DoctorReport.Finding(
                    "board " + board.name() + " left " + missing + " of " + board.asked() + " questions unanswered",
                    "check the cable; if the answers it gives are slow, give it more time with reply= (now " + reply
                            + ")"));
        }
    }

    int exit() {
        boolean lost = lines.stream().anyMatch(line -> line.trouble() != null)
                || boards.stream().anyMatch(board -> board.answered() == 0);
        return lost ? Exit.LOST : all().isEmpty() ? Exit.FINE : Exit.FOUND;
    }
}
