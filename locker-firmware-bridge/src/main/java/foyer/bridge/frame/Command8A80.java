package foyer.bridge.frame;

import static foyer.bridge.frame.Bytes8A80.at;
import static foyer.bridge.frame.Bytes8A80.sealed;

import java.util.Optional;

/**
 * What can be asked of an 8A/80 board. Addresses (DIP switch) and channels are 1 to 32; the source is the boards'
 * published frames.
 */
public sealed interface Command8A80 {
    int address();

    /** Pulses one lock for the board's own default, about 300 ms. */
    record Open(int address, int channel) implements Command8A80 {
        public Open {
            Bytes8A80.checkAddress(address);
            Bytes8A80.checkChannel(channel);
        }
    }

    /** Pulses one lock for 1 to 9 seconds. */
    record OpenFor(int address, int channel, int seconds) implements Command8A80 {
        public OpenFor {
            Bytes8A80.checkAddress(address);
            Bytes8A80.checkChannel(channel);
            if (seconds < 1 || seconds > 9) {
                throw new IllegalArgumentException(seconds + " seconds are not 1 to 9");
            }
        }
    }

    /** Pulses every lock, one after another. The driver never sends it; it is here to be recognised. */
    record OpenAll(int address) implements Command8A80 {
        public OpenAll {
            Bytes8A80.checkAddress(address);
        }
    }

    record Query(int address, int channel) implements Command8A80 {
        public Query {
            Bytes8A80.checkAddress(address);
            Bytes8A80.checkChannel(channel);
        }
    }

    record QueryAll(int address) implements Command8A80 {
        public QueryAll {
            Bytes8A80.checkAddress(address);
        }
    }

    /** Asks for the board's address; the sources do not show the reply. */
    record Find(int address) implements Command8A80 {
        public Find {
            Bytes8A80.checkAddress(address);
        }
    }

    default byte[] bytes() {
        return switch (this) {
            case Open(int address, int channel) -> sealed(Bytes8A80.OPEN, address, channel, Bytes8A80.SHORTED);
            case OpenFor(int address, int channel, int seconds) ->
                sealed(Bytes8A80.OPEN, address, channel, Bytes8A80.SHORTED, seconds);
            case OpenAll(int address) -> sealed(Bytes8A80.OPEN, address, 0, Bytes8A80.SHORTED);
            case Query(int address, int channel) -> sealed(Bytes8A80.QUERY, address, channel, Bytes8A80.ALL);
            case QueryAll(int address) -> sealed(Bytes8A80.QUERY, address, 0, Bytes8A80.ALL);
            case Find(int address) -> sealed(Bytes8A80.QUERY, address, 0, Bytes8A80.FIND);
        };
    }

    /** The command of exactly these bytes; empty if they are none. */
    static Optional<Command8A80> of(byte[] frame) {
        if (frame.length < 5 || frame.length > 6 || !Bytes8A80.intact(frame, 0, frame.length)) {
            return Optional.empty();
        }
        int address = at(frame, 1);
        int channel = at(frame, 2);
        if (!Bytes8A80.isAddress(address) || channel > Bytes8A80.MAX_CHANNEL) {
            return Optional.empty();
        }
        if (frame.length == 6) {
            return timed(frame, address, channel);
        }
        int head = at(frame, 0);
        int what = at(frame, 3);
        if (head == Bytes8A80.OPEN && what == Bytes8A80.SHORTED) {
            return Optional.of(channel == 0 ? new OpenAll(address) : new Open(address, channel));
        }
        if (head == Bytes8A80.QUERY && what == Bytes8A80.ALL) {
            return Optional.of(channel == 0 ? new QueryAll(address) : new Query(address, channel));
        }
        if (head == Bytes8A80.QUERY && what == Bytes8A80.FIND && channel == 0) {
            return Optional.of(new Find(address));
        }
        return Optional.empty();
    }

    private static Optional<Command8A80> timed(byte[] frame, int address, int channel) {
        int seconds = at(frame, 4);
        boolean open = at(frame, 0) == Bytes8A80.OPEN && at(frame, 3) == Bytes8A80.SHORTED;
        if (!open || channel == 0 || seconds < 1 || seconds > 9) {
            return Optional.empty();
        }
        return Optional.of(new OpenFor(address, channel, seconds));
    }
}
