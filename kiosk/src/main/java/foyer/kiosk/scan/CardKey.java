package foyer.kiosk.scan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The station's key for card numbers: they are printed numbers, so a plain hash could be found by trying them all. */
public final class CardKey {
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    /** @param key 32 bytes from the server, kept in the identity and never in the database */
    public CardKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a card key has " + BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** HMAC-SHA256 of the number as printed, in lower-case hexadecimal. */
    public String mac(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "CardKey[]";
    }
}
