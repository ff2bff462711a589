package foyer.bridge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before the caller's listener: what fails in there is logged, and the line's thread goes on with its doors. */
final class SafeListener implements BridgeListener {
    private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

    private final BridgeListener listener;

    SafeListener(BridgeListener listener) {
        this.listener = listener;
    }

    @Override
    public void door(String compartment, Position position, long at) {
        tell(() -> listener.door(compartment, position, at));
    }

    @Override
    public void flap(String bin, Position position, long at) {
        tell(() -> listener.flap(bin, position, at));
    }

    @Override
    public void dropped(String bin, long at) {
        tell(() -> listener.dropped(bin, at));
    }

    @Override
    public void level(String bin, boolean full) {
        tell(() -> listener.level(bin, full));
    }

    @Override
    public void present(String bin, boolean present) {
        tell(() -> listener.present(bin, present));
    }

    @Override
    public void tamper(String name, boolean open) {
        tell(() -> listener.tamper(name, open));
    }

    @Override
    public void power(String name, boolean mains) {
        tell(() -> listener.power(name, mains));
    }

    @Override
    public void scanned(Scan scan) {
        tell(() -> listener.scanned(scan));
    }

    @Override
    public void unreadable(String scanner, String why) {
        LOG.info("scanner {}: unreadable, {}", scanner, why);
        tell(() -> listener.unreadable(scanner, why));
    }

    @Override
    public void health(String part, boolean well, String words) {
        if (well) {
            LOG.info("{}: {}", part, words);
        } else {
            LOG.warn("{}: {}", part, words);
        }
        tell(() -> listener.health(part, well, words));
    }

    private static void tell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException bug) {
            // The kind only: a message could repeat a scan.
            LOG.error("the bridge's listener failed with {}", bug.getClass().getName());
        }
    }
}
