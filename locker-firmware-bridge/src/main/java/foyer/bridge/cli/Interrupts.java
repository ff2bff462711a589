package foyer.bridge.cli;

import org.jline.utils.Signals;

/**
 * Ctrl-C and its like end the work as an interrupt of the thread that does it: what is on is switched off and what is
 * open is closed on the way out. The second time they end the process at once, as is usual.
 */
final class Interrupts {
    private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

    private Interrupts() {}

    /** For a process that does one thing. */
    static void to(Thread worker) {
        for (String signal : SIGNALS) {
            Signals.register(signal, () -> {
                for (String again : SIGNALS) {
                    Signals.registerDefault(again);
                }
                worker.interrupt();
            });
        }
    }
}
