package foyer.bridge.sim;

import foyer.bridge.Bridge;
import foyer.bridge.BridgeListener;
import foyer.bridge.Hardware;
import foyer.bridge.Position;
import foyer.bridge.Scan;
import java.nio.file.Path;

/** Another process with a bridge: opens the door it is given, says what came of it and runs until it is killed. */
public final class PtyPeer implements BridgeListener {
    private PtyPeer() {}

    public static void main(String[] arguments) throws Exception {
        Bridge bridge = Bridge.start(Hardware.read(Path.of(arguments[0])), new PtyPeer());
        while (bridge.locks().positions().containsValue(Position.UNKNOWN)) {
            Thread.onSpinWait();
        }
        System.out.println(bridge.locks().open(arguments[1]).get().getClass().getSimpleName());
        Thread.currentThread().join();
    }

    @Override
    public void door(String compartment, Position position, long at) {}

    @Override
    public void flap(String bin, Position position, long at) {}

    @Override
    public void dropped(String bin, long at) {}

    @Override
    public void level(String bin, boolean full) {}

    @Override
    public void present(String bin, boolean present) {}

    @Override
    public void tamper(String name, boolean open) {}

    @Override
    public void power(String name, boolean mains) {}

    @Override
    public void scanned(Scan scan) {}

    @Override
    public void unreadable(String scanner, String why) {}

    @Override
    public void health(String part, boolean well, String words) {}
}
