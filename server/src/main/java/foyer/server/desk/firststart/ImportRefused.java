package foyer.server.desk.firststart;

/** A file to import does not fit. Nothing was imported. The words name the column, never what stood in it. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportRefused(String file, long line, String why) {
        super(file + ", line " + line + ": " + why);
    }

    ImportRefused(String file, String why) {
        super(file + ": " + why);
    }
}
