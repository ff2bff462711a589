package foyer.server.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether a password is the one whose hash is kept. What was right stays right for a minute without being stretched
 * anew: programs send it with every request, and each stretching takes 7 MiB and a good part of a processor's second.
 *
 * <p>Remembered is an HMAC of hash and password under a key that this process makes and never writes; so no password,
 * and whoever gets a new one has another hash, which makes the old one wrong at once. A wrong password is stretched
 * every time, and takes as long as ever. At most 1,000 are remembered, and at that bound the one longest unused goes.
 * Thread-safe.
 */
@Component
public final class Passwords {
    static final Duration REMEMBERED = Duration.ofMinutes(1);
    static final int MOST = 1_000;

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final LongSupplier nanos;
    private final BiPredicate<String, String> stretched;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, Long> right = new LinkedHashMap<>(64, 0.75f, true);

    @Autowired
    Passwords() {
        this(System::nanoTime, Argon2::matches);
    }

    /**
     * @param nanos a monotonic clock as {@link System#nanoTime()}
     * @param stretched whether a password fits a hash, the slow way
     */
    Passwords(LongSupplier nanos, BiPredicate<String, String> stretched) {
        this.nanos = nanos;
        this.stretched = stretched;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HMAC);
    }

    /** @param hash empty when there is nobody of that name: never right, and as slow as any wrong password */
    public boolean right(String password, Optional<String> hash) {
        if (hash.isEmpty()) {
            boolean never = stretched.test(password, Argon2.nobody());
            return never;
        }
        ByteBuffer known = known(password, hash.get());
        if (remembered(known)) {
            return true;
        }
        boolean fits = stretched.test(password, hash.get());
        if (fits) {
            remember(known);
        }
        return fits;
    }

    private synchronized boolean remembered(ByteBuffer known) {
        Long since = right.get(known);
        return since != null && nanos.getAsLong() - since < REMEMBERED.toNanos();
    }

    private synchronized void remember(ByteBuffer known) {
        right.put(known, nanos.getAsLong());
        if (right.size() > MOST) {
            right.remove(right.keySet().iterator().next());
        }
    }

    /** The hash first, whose characters are all ASCII and hold no zero: no two pairs give the same text. */
    private ByteBuffer known(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
