package foyer.bridge.board;

/**
 * Every contact of one board at one moment, as the board gave it.
 *
 * @param bits channel 1 is the lowest bit; 1 means shorted (0x11 in single replies)
 * @param at {@link System#nanoTime()} when the reply was complete
 */
public record Reading(long bits, long at) {
    /** @param channel from 1 */
    public boolean shorted(int channel) {
        return (bits >>> (channel - 1) & 1) == 1;
    }
}
