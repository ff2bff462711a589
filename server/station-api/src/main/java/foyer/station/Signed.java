package foyer.station;

/**
 * A server's message with its Ed25519 signature, by a key the broker never has.
 *
 * @param body the message's JSON, exactly as signed
 * @param signature Base64 of the signature over {@link Codec#toSign}
 */
public record Signed(String body, String signature) {
    /** The body is personal and stays out of logs. */
    @Override
    public String toString() {
        return "Signed[" + body.length() + " characters]";
    }
}
