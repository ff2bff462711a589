package foyer.bridge.proof;

/** A promise was seen broken; the message says which, and what runs it again. */
final class Violated extends AssertionError {
    private static final long serialVersionUID = 1;

    private static final String COMMAND = "%s; run it again: mvn -Pproof-noise -pl locker-firmware-bridge -am package";

    /** In the one trial with this seed. */
    Violated(Kind kind, long seed, String what) {
        super((COMMAND + " -Dkind=%s -Dseed=%d").formatted(what, kind, seed));
    }

    /** In the whole run. */
    Violated(long seed, long frames, String what) {
        super((COMMAND + " -Dframes=%d -Dseed=%d").formatted(what, frames, seed));
    }
}
