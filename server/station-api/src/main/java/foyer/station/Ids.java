package foyer.station;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The shapes of ids, checked once where an id is made, so that nothing later has to. */
public final class Ids {
    static final Pattern STATION = Pattern.compile("[a-z0-9-]{1,32}");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,12}");
    static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    static final Pattern BARCODE = Pattern.compile("[\\x21-\\x7e]{1,40}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** 128 random bits as 32 hexadecimal digits. Only the outer loops call this: a decision is handed its ids. */
    public static String random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    static void require(String what, String value, Pattern shape) {
        if (value == null || !shape.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " does not have the shape " + shape);
        }
    }
}
