package foyer.bridge.line;

import java.io.IOException;

/** The line cannot be opened or is gone; close it and open a new one. The message is in words for staff. */
public final class LineLost extends IOException {
    private static final long serialVersionUID = 1L;

    public LineLost(String why) {
        super(why);
    }
}
