package foyer.bridge.board;

/**
 * One board as its bus must know it; the protocol says which values it can have.
 *
 * @param name as the hardware file calls it
 * @param address on its line
 * @param channels how many contacts it reads, 1 to 64
 * @param replyNanos how long it is given to answer
 * @param pulseMillis how long a lock is pulled; 0 for as long as the board itself is set to
 */
public record BoardSetup(String name, int address, int channels, long replyNanos, int pulseMillis) {}
