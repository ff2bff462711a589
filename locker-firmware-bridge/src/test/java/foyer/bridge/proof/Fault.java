package foyer.bridge.proof;

/** What can be wrong, as it is counted. */
enum Fault {
    BITS_FLIPPED("frames with bits flipped at random"),
    PAIR_FLIPPED("frames with one bit flipped in two bytes"),
    BYTE_LOST("frames with a byte lost"),
    BYTE_DOUBLED("frames with a byte doubled"),
    FRAME_LOST("frames lost"),
    FRAME_DOUBLED("frames doubled (network)"),
    GARBAGE("garbage between frames"),
    STRANGER("answers nobody asked for"),
    LATE_BOARD("openings with late boards"),
    SILENT_BOARD("openings with silent boards"),
    SILENT_AFTER_PULSE("openings on boards that then fall silent"),
    STUCK_DOOR("openings of stuck doors"),
    WRONG_WIRING("openings of doors wired wrong"),
    REPORTING_BOARD("openings on boards that report"),
    ECHOING_LINE("openings on lines that echo");

    final String words;

    Fault(String words) {
        this.words = words;
    }
}
