package foyer.bridge.frame;

import static foyer.bridge.frame.Bytes8A80.at;
import static foyer.bridge.frame.Bytes8A80.sealed;

import java.util.Optional;

/**
 * What an 8A/80 board sends. A status bit or {@code shorted} is the raw contact (0x11 or a 1 bit); whether that means
 * closed is configured for each lock, for the boards' makers disagree.
 */
public sealed interface Reply8A80 {
    int address();

    /**
     * The answer to an open command. It proves nothing: on a half-duplex line the command's own echo has the same
     * bytes.
     */
    record Unlocked(int address, int channel, boolean shorted) implements Reply8A80 {
        public Unlocked {
            Bytes8A80.checkAddress(address);
            Bytes8A80.checkChannel(channel);
        }
    }

    record One(int address, int channel, boolean shorted) implements Reply8A80 {
        public One {
            Bytes8A80.checkAddress(address);
            Bytes8A80.checkChannel(channel);
        }
    }

    /**
     * Every contact of a board.
     *
     * @param channels 24 or 32
     * @param bits channel 1 is the lowest bit; 0 to 2^channels - 1
     */
    record All(int address, int channels, long bits) implements Reply8A80 {
        public All {
            Bytes8A80.checkAddress(address);
            if (channels != 24 && channels != 32) {
                throw new IllegalArgumentException(channels + " channels are not 24 or 32");
            }
            if (bits < 0 || bits >>> channels != 0) {
                throw new IllegalArgumentException("more bits than channels");
            }
        }
    }

    /** Sent unasked by some products when a door changes; tolerated and not trusted. */
    record Report(int address, int channel, boolean shorted) implements Reply8A80 {
        public Report {
            Bytes8A80.checkAddress(address);
            Bytes8A80.checkChannel(channel);
        }
    }

    /** How long a frame with head 80 is: the protocol does not say it, so the question must. */
    enum Expected {
        ONE(5, 0),
        ALL_24(7, 24),
        ALL_32(8, 32);

        final int length;
        final int channels;

        Expected(int length, int channels) {
            this.length = length;
            this.channels = channels;
        }

        public static Expected all(int channels) {
            return channels == 32 ? ALL_32 : ALL_24;
        }
    }

    default byte[] bytes() {
        return switch (this) {
            case Unlocked(int address, int channel, boolean shorted) ->
                sealed(Bytes8A80.OPEN, address, channel, shorted ? Bytes8A80.SHORTED : 0);
            case One(int address, int channel, boolean shorted) ->
                sealed(Bytes8A80.QUERY, address, channel, shorted ? Bytes8A80.SHORTED : 0);
            case Report(int address, int channel, boolean shorted) ->
                sealed(Bytes8A80.REPORT, address, channel, shorted ? Bytes8A80.SHORTED : 0);
            case All(int address, int channels, long bits) -> all(address, channels, bits);
        };
    }

    private static byte[] all(int address, int channels, long bits) {
        int groups = channels / 8;
        int[] body = new int[groups + 3];
        body[0] = Bytes8A80.QUERY;
        body[1] = address;
        for (int group = 0; group < groups; group++) {
            body[2 + group] = (int) (bits >>> (8 * (groups - 1 - group))) & 0xFF;
        }
        body[groups + 2] = Bytes8A80.ALL;
        return sealed(body);
    }

    /** The reply of exactly these bytes; empty if they are none. */
    static Optional<Reply8A80> of(byte[] frame, Expected expected) {
        if (frame.length < 5 || !Bytes8A80.intact(frame, 0, frame.length) || !Bytes8A80.isAddress(at(frame, 1))) {
            return Optional.empty();
        }
        return switch (at(frame, 0)) {
            case Bytes8A80.QUERY ->
                switch (expected) {
                    case ONE -> single(frame);
                    case ALL_24, ALL_32 -> all(frame, expected);
                };
            case Bytes8A80.OPEN, Bytes8A80.REPORT -> single(frame);
            default -> Optional.empty();
        };
    }

    private static Optional<Reply8A80> single(byte[] frame) {
        int address = at(frame, 1);
        int channel = at(frame, 2);
        int status = at(frame, 3);
        if (frame.length != 5 || !Bytes8A80.isChannel(channel) || !Bytes8A80.isStatus(status)) {
            return Optional.empty();
        }
        boolean shorted = status == Bytes8A80.SHORTED;
        return switch (at(frame, 0)) {
            case Bytes8A80.OPEN -> Optional.of(new Unlocked(address, channel, shorted));
            case Bytes8A80.QUERY -> Optional.of(new One(address, channel, shorted));
            case Bytes8A80.REPORT -> Optional.of(new Report(address, channel, shorted));
            default -> Optional.empty();
        };
    }

    private static Optional<Reply8A80> all(byte[] frame, Expected expected) {
        if (frame.length != expected.length || at(frame, frame.length - 2) != Bytes8A80.ALL) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 2; i < frame.length - 2; i++) {
            bits = bits << 8 | at(frame, i);
        }
        return Optional.of(new All(at(frame, 1), expected.channels, bits));
    }
}
