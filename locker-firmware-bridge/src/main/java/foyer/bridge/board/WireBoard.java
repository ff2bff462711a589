package foyer.bridge.board;

import foyer.bridge.line.LineLost;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** One board of a {@link WireBus}. */
sealed class WireBoard<R> implements Board permits WireRelays {
    private final WireBus<R> bus;
    private final Protocol<R> protocol;
    private final BoardSetup setup;
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

    final void awaitLeisure() throws LineLost, InterruptedException {
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
}
