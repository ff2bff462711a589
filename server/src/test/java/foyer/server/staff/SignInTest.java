package foyer.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.server.LiveServer;
import foyer.server.patron.PatronDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ledger")
class SignInTest {
    private final LiveServer server = LiveServer.shared();

    @Test
    void theRightPasswordOfTheRightPerson() {
        PatronDirectory patrons = server.bean(PatronDirectory.class);
        assertThat(patrons.signIn("user1", "secret-1"))
                .contains(new PatronDirectory.Reader("p1", "water", "riverside", "lv"));
        assertThat(patrons.signIn("user1", "secret-2")).isEmpty();
        assertThat(patrons.signIn("nobody", "secret-1")).isEmpty();
        assertThat(patrons.signIn("user1", "")).isEmpty();
        assertThat(patrons.signIn("inese", "staff-secret")).isEmpty();
        assertThat(server.bean(StaffDirectory.class).signIn("inese", "staff-secret"))
                .contains(new StaffDirectory.Member("s1", "water", "riverside", "Inese Zariņa"));
    }

    @Test
    void aHashIsOfItsOwnSaltAndOfArgon2id() {
        String one = Argon2.hash("4071");
        String two = Argon2.hash("4071");
        assertThat(one).startsWith("$argon2id$v=19$m=7168,t=5,p=1$").isNotEqualTo(two);
        assertThat(Argon2.matches("4071", one)).isTrue();
        assertThat(Argon2.matches("4071", two)).isTrue();
        assertThat(Argon2.matches("4072", one)).isFalse();
        assertThat(Argon2.matches("", Argon2.hash(""))).isFalse();
        assertThatThrownBy(() -> Argon2.matches("4071", "4071")).isInstanceOf(IllegalArgumentException.class);
    }
}
