package foyer.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Optional<String> HASH = Optional.of(Argon2.hash("right"));

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger stretchings = new AtomicInteger();
    private final Passwords passwords = new Passwords(now::get, (password, hash) -> {
        stretchings.incrementAndGet();
        return Argon2.matches(password, hash);
    });

    @Test
    void whatWasRightIsNotStretchedAnewForAMinute() {
        assertThat(passwords.right("right", HASH)).isTrue();
        now.set(Passwords.REMEMBERED.toNanos() - 1);
        assertThat(passwords.right("right", HASH)).isTrue();
        assertThat(stretchings).hasValue(1);
        now.incrementAndGet();
        assertThat(passwords.right("right", HASH)).isTrue();
        assertThat(stretchings).hasValue(2);
    }

    @Test
    void aWrongPasswordIsWrongAndStretchedEveryTime() {
        assertThat(passwords.right("right", HASH)).isTrue();
        for (String wrong : new String[] {"wrong", "Right", "right ", "righ", ""}) {
            int before = stretchings.get();
            assertThat(passwords.right(wrong, HASH)).isFalse();
            assertThat(passwords.right(wrong, HASH)).isFalse();
            assertThat(stretchings).hasValue(before + 2);
        }
    }

    @Test
    void aNewPasswordMakesTheOldOneWrongAtOnce() {
        assertThat(passwords.right("right", HASH)).isTrue();
        assertThat(passwords.right("right", Optional.of(Argon2.hash("new")))).isFalse();
    }

    @Test
    void nobodyHasARightPasswordAndIsAskedAsLong() {
        assertThat(passwords.right("right", Optional.empty())).isFalse();
        assertThat(passwords.right("", Optional.empty())).isFalse();
        assertThat(stretchings).hasValue(2);
    }

    @Test
    void theOneLongestUnusedIsForgottenFirst() {
        Passwords any = new Passwords(now::get, (password, hash) -> stretchings.incrementAndGet() > 0);
        for (int i = 0; i <= Passwords.MOST; i++) {
            any.right("p" + i, HASH);
            any.right("p0", HASH);
        }
        int before = stretchings.get();
        any.right("p0", HASH);
        any.right("p" + Passwords.MOST, HASH);
        assertThat(stretchings).hasValue(before);
        any.right("p1", HASH);
        assertThat(stretchings).hasValue(before + 1);
    }
}
