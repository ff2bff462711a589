package foyer.bridge.cli;

/** Colours, where there may be any. */
record Style(boolean on) {
    private static final String RESET = "\u001b[0m";

    String good(String text) {
        return painted("\u001b[32m", text);
    }

    String bad(String text) {
        return painted("\u001b[31m", text);
    }

    String doubtful(String text) {
        return painted("\u001b[33m", text);
    }

    private String painted(String color, String text) {
        return on ? color + text + RESET : text;
    }
}
