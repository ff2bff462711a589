package foyer.server.web.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How often somebody may guess. */
class AttemptLimiterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AttemptLimiter limiter = new AttemptLimiter(nanos::get);

    @Test
    void fiveFailuresPerUserAndAddress() {
        for (int i = 0; i < AttemptLimiter.PER_USER; i++) {
            assertThat(limiter.allows("anna", "192.0.2.1")).isTrue();
            limiter.failed(i % 2 == 0 ? "anna" : " ANNA ", "192.0.2.1");
        }
        assertThat(limiter.allows("Anna", "192.0.2.1")).isFalse();
        assertThat(limiter.allows("anna", "192.0.2.2")).isTrue();
        assertThat(limiter.allows("boris", "192.0.2.1")).isTrue();
        nanos.addAndGet(AttemptLimiter.WINDOW.plusSeconds(1).toNanos());
        assertThat(limiter.allows("anna", "192.0.2.1")).isTrue();
    }

    @Test
    void fiftyFailuresPerAddressWhateverTheName() {
        for (int i = 0; i < AttemptLimiter.PER_ADDRESS; i++) {
            limiter.failed("user" + i, "2001:db8:1:2:0:0:0:" + Integer.toHexString(i));
        }
        assertThat(limiter.allows("another", "2001:db8:1:2:9:9:9:9")).isFalse();
        assertThat(limiter.allows("another", "2001:db8:1:3:0:0:0:1")).isTrue();
        limiter.succeeded("user1", "2001:db8:1:2:0:0:0:1");
        assertThat(limiter.allows("another", "2001:db8:1:2:9:9:9:9")).isFalse();
    }

    @Test
    void aSuccessClearsTheUsersOwn() {
        for (int i = 0; i < AttemptLimiter.PER_USER; i++) {
            limiter.failed("anna", "192.0.2.1");
        }
        limiter.succeeded("anna", "192.0.2.1");
        assertThat(limiter.allows("anna", "192.0.2.1")).isTrue();
    }

    @Test
    void theWindowIsNotStretchedByTryingOn() {
        limiter.failed("anna", "192.0.2.1");
        nanos.addAndGet(Duration.ofMinutes(14).toNanos());
        for (int i = 1; i < AttemptLimiter.PER_USER; i++) {
            limiter.failed("anna", "192.0.2.1");
        }
        assertThat(limiter.allows("anna", "192.0.2.1")).isFalse();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(limiter.allows("anna", "192.0.2.1")).isTrue();
    }
}
