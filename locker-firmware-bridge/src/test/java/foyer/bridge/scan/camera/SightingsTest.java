package foyer.bridge.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Optional<Scanned.Barcode> ONE =
            Optional.of(new Scanned.Barcode("1", Optional.of(Symbology.CODE_39)));
    private static final Optional<Scanned.Barcode> ONE_ELSE =
            Optional.of(new Scanned.Barcode("1", Optional.of(Symbology.CODABAR)));
    private static final Optional<Scanned.Barcode> TWO =
            Optional.of(new Scanned.Barcode("2", Optional.of(Symbology.CODE_39)));
    private static final Optional<Scanned.Barcode> NONE = Optional.empty();

    private final Sightings sightings = new Sightings();

    @Test
    void aCodeCountsOnceTwoPicturesInARowShowIt() {
        assertThat(sightings.see(ONE, 0)).isEmpty();
        assertThat(sightings.see(NONE, 1)).isEmpty();
        assertThat(sightings.see(ONE, 2)).isEmpty();
        assertThat(sightings.see(TWO, 3)).isEmpty();
        assertThat(sightings.see(ONE, 4)).isEmpty();
        assertThat(sightings.see(ONE_ELSE, 5)).isEmpty();
        assertThat(sightings.see(ONE_ELSE, 6)).isEqualTo(ONE_ELSE);
    }

    @Test
    void itIsNotToldAgainBeforeItWasAwayForASecond() {
        long now = Long.MAX_VALUE - 10;
        assertThat(sightings.see(ONE, now)).isEmpty();
        assertThat(sightings.see(ONE, now)).isEqualTo(ONE);
        for (int i = 0; i < 100; i++) {
            now += Sightings.AWAY - 1;
            assertThat(sightings.see(ONE, now)).isEmpty();
        }
        now += Sightings.AWAY;
        assertThat(sightings.see(NONE, now)).isEmpty();
        assertThat(sightings.see(ONE, now)).isEmpty();
        assertThat(sightings.see(ONE, now)).isEqualTo(ONE);
    }

    @Test
    void anotherCodeInBetweenIsNoAbsence() {
        for (Optional<Scanned.Barcode> code : List.of(ONE, TWO)) {
            assertThat(sightings.see(code, 0)).isEmpty();
            assertThat(sightings.see(code, 0)).isEqualTo(code);
        }
        assertThat(sightings.see(ONE, 1)).isEmpty();
        assertThat(sightings.see(ONE, 2)).isEmpty();
    }
}
