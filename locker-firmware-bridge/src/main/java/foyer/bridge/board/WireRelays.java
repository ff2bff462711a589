package foyer.bridge.board;

import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One board of a {@link WireBus} that has steady outputs; it knows which of them it was told to hold on. */
final class WireRelays<R> extends WireBoard<R> implements RelayBoard {
    private final WireBus<R> bus;
    private final RelayProtocol<R> protocol;
    private final BoardSetup setup;
    private final Set<Integer> on = new TreeSet<>();

    WireRelays(WireBus<R> bus, RelayProtocol<R> protocol, BoardSetup setup) {
        super(bus, protocol, setup);
        this.bus = bus;
        this.protocol = protocol;
        this.setup = setup;
    }

    @Override
    public void set(int channel, boolean isOn) throws LineLost, InterruptedException {
        var unused = isSet(channel, isOn);
    }

    private boolean isSet(int channel, boolean isOn) throws LineLost, InterruptedException {
        byte[] frame = protocol.set(setup, channel, isOn);
        if (isOn) {
            on.add(channel);
        } else {
            on.remove(channel);
        }
        awaitLeisure();
        return bus.ask(setup, frame, this::taken, () -> false).isPresent();
    }

    private Optional<Boolean> taken(R reply, long now) {
        return protocol.acknowledges(setup, reply) ? Optional.of(true) : Optional.empty();
    }

    /** A board that does not take the first of it is not asked for the rest. */
    void allOff() throws LineLost, InterruptedException {
        for (int channel : List.copyOf(on)) {
            if (!isSet(channel, false)) {
                return;
            }
        }
    }
}
