package foyer.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {
    private static final String GOOD = TestStation.hash("4711");

    @Test
    void onlyTheRightPinMatches() {
        PinHash hash = PinHash.parse(GOOD).orElseThrow();
        assertThat(hash.matches("4711")).isTrue();
        assertThat(hash.matches("4712")).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(hash.toString()).isEqualTo("PinHash[]");
    }

    @Test
    void nobodysPinIsNeverRight() {
        assertThat(PinHash.nobodys(PinHash.parse(GOOD)).matches("4711")).isFalse();
        assertThat(PinHash.nobodys(Optional.empty()).matches("4711")).isFalse();
    }

    /** Each would let a message fill the station's memory, or is no hash of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=1023,t=1,p=1",
                "m=65537,t=1,p=1",
                "m=1024,t=0,p=1",
                "m=1024,t=11,p=1",
                "m=1024,t=1,p=0",
                "m=1024,t=1,p=5",
                "m=999999999,t=1,p=1",
                "m=1024,t=1"
            })
    void absurdCostsAreRefused(String costs) {
        assertThat(PinHash.parse(GOOD.replace("m=1024,t=1,p=1", costs))).isEmpty();
        assertThat(PinHash.parse(GOOD.replace("m=1024,t=1,p=1", "m=65536,t=10,p=4")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "$argon2i$v=19$m=1024,t=1,p=1$c2l4dGVlbiBieXRlcyBvaw$", "$2a$10$abc"})
    void whatIsNoArgon2idHashIsRefused(String phc) {
        assertThat(PinHash.parse(phc)).isEmpty();
    }
}
