package foyer.bridge;

import foyer.bridge.scan.KeyboardWedge;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.Scanned;

/**
 * A scanner that types into a window: whoever has the window's keys gives them in here, all of them, and lets the window
 * have only what comes back. What a scanner typed goes to the bridge's listener. For one thread, the window's.
 */
public final class WindowKeys {
    private final String scanner;
    private final KeyboardWedge wedge;
    private final BridgeListener listener;

    WindowKeys(String scanner, ScanFormats formats, BridgeListener listener) {
        this.scanner = scanner;
        this.wedge = new KeyboardWedge(KeyboardWedge.GAP_MILLIS, formats);
        this.listener = listener;
    }

    /**
     * A key was typed. It may be kept back until it is clear whose it is.
     *
     * @param key CR or LF for ENTER
     * @param at {@link System#nanoTime()} of the key
     * @return a person's keys, to be passed on to the window in this order; may be empty
     */
    public String key(char key, long at) {
        return sorted(wedge.key(key, at), at);
    }

    /** No key for some time; to be called while {@link #isPending()}. As {@link #key}. */
    public String silence(long at) {
        return sorted(wedge.silence(at), at);
    }

    /** Whether keys are kept back that only another key or a silence longer than 60 ms settles. */
    public boolean isPending() {
        return wedge.isPending();
    }

    private String sorted(KeyboardWedge.Sorted sorted, long at) {
        sorted.scanned().ifPresent(scanned -> tell(scanned, at));
        return sorted.typed();
    }

    private void tell(Scanned scanned, long at) {
        switch (scanned) {
            case Scanned.Barcode barcode -> listener.scanned(new Scan(scanner, barcode.text(), at));
            case Scanned.Unreadable(String why) -> listener.unreadable(scanner, why);
        }
    }
}
