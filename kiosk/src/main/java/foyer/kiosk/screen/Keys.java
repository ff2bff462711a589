package foyer.kiosk.screen;

/**
 * Sorts the window's keys, where a scanner may type into the window as a person does: what neither comes back at once nor
 * later was a scanner's. Called on the JavaFX thread only; all times are {@link System#nanoTime()}.
 */
public interface Keys {
    /** No scanner types into the window: every key is a person's, at once. */
    Keys PERSONS = new Keys() {
        @Override
        public String key(char key, long at) {
            return String.valueOf(key);
        }

        @Override
        public String silence(long at) {
            return "";
        }

        @Override
        public boolean isPending() {
            return false;
        }
    };

    /** Takes a key, CR for ENTER; returns a person's keys, in their order. */
    String key(char key, long at);

    /** Takes the time, while {@link #isPending()}; returns as {@link #key}. */
    String silence(long at);

    /** Whether keys are kept back until it is clear whose they are. */
    boolean isPending();
}
