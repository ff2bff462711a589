package foyer.bridge;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A return bin as the hardware file maps it. */
final class BinOnBoard implements ReturnBin {
    private final Hardware.BinMap map;
    private final LockPlace flap;
    private final Sensor level;
    private final @Nullable Sensor present;
    private final Outputs outputs;

    BinOnBoard(Hardware.BinMap map, LockPlace flap, Sensor level, @Nullable Sensor present) {
        this.map = map;
        this.flap = flap;
        this.level = level;
        this.present = present;
        this.outputs = flap.watch().outputs();
        map.signals().outputs().forEach(output -> outputs.add(output.channel()));
    }

    @Override
    public String name() {
        return map.name();
    }

    @Override
    public int capacity() {
        return map.capacity();
    }

    @Override
    public Position flap() {
        return flap.sensor().position();
    }

    @Override
    public boolean full() {
        return level.lastKnownOpen();
    }

    @Override
    public boolean present() {
        return present == null || !present.lastKnownOpen();
    }

    @Override
    public CompletableFuture<Opening> openFlap() {
        return flap.open();
    }

    @Override
    public void show(BinLight light) {
        light(map.signals().green(), light == BinLight.READY);
        light(map.signals().red(), light == BinLight.FULL_OR_CLOSED);
    }

    private void light(Hardware.@Nullable Output lamp, boolean on) {
        if (lamp != null) {
            outputs.light(lamp.channel(), on);
        }
    }

    @Override
    public void beep() {
        Hardware.Output buzzer = map.signals().buzzer();
        if (buzzer != null) {
            outputs.beep(buzzer.channel());
        }
    }
}
