package foyer.bridge.board;

/**
 * What boards with steady outputs speak.
 *
 * @param <R> the protocol's replies
 */
public interface RelayProtocol<R> extends Protocol<R> {
    /** Switches one steady output. */
    byte[] set(BoardSetup board, int channel, boolean on);

    /** Whether the reply is the board's word that it has taken {@link #set}. */
    boolean acknowledges(BoardSetup board, R reply);
}
