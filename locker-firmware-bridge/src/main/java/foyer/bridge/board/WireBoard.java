package foyer.bridge.board;

import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** One board of a {@link WireBus}. */
final class WireBoard<R> implements Board {
    private final WireBus<R> bus;
    private final Protocol<R> protocol;
    private final BoardSetup setup;
    private final Set<Integer> on = new TreeSet<>();
    private long busyUntil;

    WireBoard(WireBus<R> bus, Protocol<R> protocol, BoardSetup setup) {
        this.bus = bus;
        this.protocol = protocol;
        this.setup = setup;
        this.busyUntil = bus.now();
    }

    @Override
    public Optional<Reading> read(BooleanSupplier hurried) throws LineLost, InterruptedException {
        awaitLeisure();
        return bus.ask(setup, protocol.question(setup), this::reading, hurried);
    }

    private void awaitLeisure() throws LineLost, InterruptedException {
        long left = busyUntil - bus.now();
        if (left > 0) {
            bus.listen(left);
        }
    }

    private Optional<Reading> reading(R reply, long now) {
        OptionalLong bits = protocol.contacts(setup, reply);
        return bits.isPresent() ? Optional.of(new Reading(bits.getAsLong(), now)) : Optional.empty();
    }

    /** Whatever it answers is not waited for: the same bytes could be an echo. */
    @Override
    public void pulse(int channel) throws LineLost {
        byte[] frame = protocol.pulse(setup, channel);
        busyUntil = bus.now() + protocol.busyNanos();
        bus.send(frame);
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
