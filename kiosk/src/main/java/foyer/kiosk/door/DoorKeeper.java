package foyer.kiosk.door;

import foyer.bridge.Bridge;
import foyer.bridge.BridgeListener;
import foyer.bridge.Opening;
import foyer.bridge.Position;
import foyer.bridge.ReturnBin;
import foyer.bridge.Scan;
import foyer.kiosk.circulation.Effect;
import foyer.kiosk.circulation.Input;
import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.StationState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hands the bridge's words on as inputs, and effects on to the bridge. Never works or waits on a line's thread. */
public final class DoorKeeper implements BridgeListener {
    private final Consumer<Input> inputs;
    private final Consumer<Scan> scans;
    private final CompletableFuture<Bridge> bridge = new CompletableFuture<>();

    public DoorKeeper(Consumer<Input> inputs, Consumer<Scan> scans) {
        this.inputs = inputs;
        this.scans = scans;
    }

    /** Once, right after the bridge was started with this as its listener. */
    public void attach(Bridge started) {
        bridge.complete(started);
    }

    /** Gives the order to the bridge and returns; its answer comes as an input. */
    public void act(Effect.OpenDoor effect) {
        String door = effect.door().value();
        Bridge running = bridge.join();
        CompletableFuture<Void> unused = running.locks().open(door).thenAccept(opening -> {
            // The bridge may tell the door's silence after the opening's; circulation asks what the sensor says now.
            if (opening instanceof Opening.NotConfirmed) {
                Position now = running.locks().positions().getOrDefault(door, Position.UNKNOWN);
                door(door, now, System.nanoTime());
            }
            inputs.accept(new Input.DoorAnswered(effect.intent(), outcome(opening)));
        });
    }

    /** As {@link #act(Effect.OpenDoor)}. */
    public void act(Effect.OpenFlap effect) {
        Optional<ReturnBin> bin = bridge.join().bins().stream()
                .filter(candidate -> candidate.name().equals(effect.bin().value()))
                .findFirst();
        if (bin.isEmpty()) {
            inputs.accept(new Input.FlapAnswered(
                    effect.intent(),
                    new Outcome.NotPulsed("no bin " + effect.bin().value())));
            return;
        }
        CompletableFuture<Void> unused = bin.get().openFlap().thenAccept(opening -> {
            if (opening instanceof Opening.NotConfirmed) {
                flap(bin.get().name(), bin.get().flap(), System.nanoTime());
            }
            inputs.accept(new Input.FlapAnswered(effect.intent(), outcome(opening)));
        });
    }

    /** Every sensor's word once more, for a session that could not take one in its time. */
    public void tellAll() {
        Bridge running = bridge.join();
        long now = System.nanoTime();
        running.locks().positions().forEach((name, position) -> door(name, position, now));
        running.bins().forEach(bin -> {
            flap(bin.name(), bin.flap(), now);
            level(bin.name(), bin.full());
        });
    }

    private static Outcome outcome(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> new Outcome.Opened(opened.openedAt());
            case Opening.Jammed jammed -> new Outcome.Jammed();
            case Opening.WrongDoor wrong -> new Outcome.WrongDoor(wrong.changed());
            case Opening.NotConfirmed unknown -> new Outcome.NotConfirmed();
            case Opening.NotPulsed not -> new Outcome.NotPulsed(not.why());
        };
    }

    private static StationState.Position position(Position position) {
        return switch (position) {
            case OPEN -> StationState.Position.OPEN;
            case CLOSED -> StationState.Position.CLOSED;
            case UNKNOWN -> StationState.Position.UNKNOWN;
        };
    }

    @Override
    public void door(String compartment, Position position, long at) {
        inputs.accept(new Input.DoorReported(new CompartmentId(compartment), position(position), at));
    }

    @Override
    public void flap(String bin, Position position, long at) {
        inputs.accept(new Input.FlapReported(new BinId(bin), position(position), at));
    }

    @Override
    public void dropped(String bin, long at) {
        inputs.accept(new Input.Dropped(new BinId(bin)));
    }

    @Override
    public void level(String bin, boolean full) {
        inputs.accept(new Input.Level(new BinId(bin), full));
    }

    @Override
    public void present(String bin, boolean present) {
        health(
                "container of bin " + bin,
                present,
                present ? "the container stands in its place" : "the container is not in its place: put it back");
    }

    @Override
    public void tamper(String name, boolean open) {
        health("cabinet " + name, !open, open ? "the cabinet was opened" : "the cabinet is closed");
    }

    @Override
    public void power(String name, boolean mains) {
        health(
                "power " + name,
                mains,
                mains ? "there is mains power" : "the mains have failed: the station runs on its battery");
    }

    @Override
    public void scanned(Scan scan) {
        scans.accept(scan);
    }

    @Override
    public void unreadable(String scanner, String why) {
        inputs.accept(new Input.Unreadable());
    }

    @Override
    public void health(String part, boolean well, String words) {
        inputs.accept(new Input.Health(part, well, words));
    }
}
