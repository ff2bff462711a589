package foyer.bridge.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.Opening;
import foyer.bridge.Opening.Jammed;
import foyer.bridge.Opening.NotConfirmed;
import foyer.bridge.Opening.Opened;
import foyer.bridge.Opening.WrongDoor;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The short run of {@link NoiseProof}, and faults planted in production that it must find. */
@Timeout(120)
class NoiseProofTest {
    private static final long SEED = 20261207;
    private static final long FRAMES = 200_000;
    private static final long FRAMES_TO_FIND_A_FAULT = 100_000;

    @Test
    void noWrongDoorGoesUnnoticedAndNoneIsPulsedTwice() {
        Tally tally = NoiseProof.run(SEED, FRAMES, Flaw.NONE, frames -> {});
        assertThat(tally.frames()).isGreaterThanOrEqualTo(FRAMES);
        // A proof in which something never happened would prove nothing of it.
        assertThat(Fault.values())
                .allSatisfy(fault -> assertThat(tally.of(fault)).isPositive());
        assertThat(Stream.of("Opened", "Jammed", "WrongDoor", "NotConfirmed", "NotPulsed"))
                .allSatisfy(outcome -> assertThat(tally.outcomes(outcome)).isPositive());
        assertThat(tally.moves("wrong doors that moved")).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aTrialIsTheSameEachTime(Kind kind) {
        Tally once = new Tally();
        Tally again = new Tally();
        Trial.run(kind, SEED, Flaw.NONE, once);
        Trial.run(kind, SEED, Flaw.NONE, again);
        assertThat(again.table()).isEqualTo(once.table());
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                Arguments.of("a driver that repeats its pulse", Flaw.driver(PlantedDriver::new), "pulses were sent"),
                Arguments.of(
                        "a judge that looks at the target only", Flaw.judge(NoiseProofTest::targetOnly), "seen open"),
                Arguments.of("a judge that believes a pulse", Flaw.judge(NoiseProofTest::believing), "did not move"),
                Arguments.of(
                        "a driver that takes any board's answer",
                        Flaw.opener(hardware -> line -> PlantedDriver.openTakingAnyAddress(line, hardware)),
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void whatIsPlantedIsFoundWithACommandToRunItAgain(String what, Flaw flaw, String words) {
        assertThatThrownBy(() -> NoiseProof.run(SEED, FRAMES_TO_FIND_A_FAULT, flaw, frames -> {}))
                .isInstanceOf(Violated.class)
                .hasMessageContaining(words)
                .hasMessageMatching("(?s).*mvn -Pproof-noise .* -D(kind|frames)=[A-Z0-9_]+ -Dseed=-?[0-9]+");
    }

    private static Opening targetOnly(String target, Opening outcome) {
        if (outcome instanceof WrongDoor(long pulsedAt, Set<String> changed)) {
            return changed.contains(target) ? new Opened(pulsedAt, pulsedAt) : new Jammed(pulsedAt);
        }
        return outcome;
    }

    private static Opening believing(String target, Opening outcome) {
        return switch (outcome) {
            case Jammed jammed -> new Opened(jammed.pulsedAt(), jammed.pulsedAt());
            case NotConfirmed unknown -> new Opened(unknown.pulsedAt(), unknown.pulsedAt());
            case Opened opened -> opened;
            case WrongDoor wrong -> wrong;
            case Opening.NotPulsed refused -> refused;
        };
    }
}
