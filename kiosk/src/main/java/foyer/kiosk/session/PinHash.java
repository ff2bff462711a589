package foyer.kiosk.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash in PHC form, {@code $argon2id$v=19$m=7168,t=5,p=1$salt$hash}, Base64 without padding. The costs are
 * the string's own; absurd ones are refused, because a station has a small memory and a person waits.
 */
final class PinHash {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9])\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final int LEAST_KIB = 1024;
    private static final int MOST_KIB = 65_536;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 4;

    private final int kib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private PinHash(int kib, int passes, int lanes, byte[] salt, byte[] hash) {
        this.kib = kib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    /** Empty when it is no such string or its costs are out of bounds. */
    static Optional<PinHash> parse(String phc) {
        Matcher found = PHC.matcher(phc);
        if (!found.matches()) {
            return Optional.empty();
        }
        int kib = Integer.parseInt(found.group(1));
        int passes = Integer.parseInt(found.group(2));
        int lanes = Integer.parseInt(found.group(3));
        if (kib < LEAST_KIB
                || kib > MOST_KIB
                || passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > MOST_LANES) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(
                    new PinHash(kib, passes, lanes, base64.decode(found.group(4)), base64.decode(found.group(5))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Nobody's: checking against it costs what a check costs here, and no PIN is right. */
    static PinHash nobodys(Optional<PinHash> like) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[like.map(known -> known.hash.length).orElse(32)];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(hash);
        return like.map(known -> new PinHash(known.kib, known.passes, known.lanes, salt, hash))
                .orElseGet(() -> new PinHash(7168, 5, 1, salt, hash));
    }

    boolean matches(String pin) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] computed = new byte[hash.length];
        argon2.generateBytes(pin.getBytes(StandardCharsets.UTF_8), computed);
        return MessageDigest.isEqual(computed, hash);
    }

    @Override
    public String toString() {
        return "PinHash[]";
    }
}
