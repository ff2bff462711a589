package foyer.bridge.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.scan.Symbology;
import org.junit.jupiter.api.Test;

class SceneTest {
    private final BarcodePictures pictures = new BarcodePictures(3);
    private final Scene scene = new Scene();

    private Grey card(Symbology symbology) throws Exception {
        BarcodePictures.Pose pose = new BarcodePictures.Pose(2, 0, 0, 0, 140);
        return pictures.draw(pictures.code(symbology), pose, 640, 480);
    }

    @Test
    void aStillPictureIsSearchedAllWaysAndThenNowAndAgain() throws Exception {
        Grey still = card(Symbology.EAN_13);
        int searched = 0;
        for (int i = 0; i < 300; i++) {
            boolean worth = scene.isWorthSearching(pictures.noisy(still, 8));
            assertThat(worth || i >= Scene.TRIED_ENOUGH).as("picture %d", i).isTrue();
            searched += worth ? 1 : 0;
        }
        assertThat(searched).isBetween(300 / Scene.EVERY, 300 / Scene.EVERY + Scene.TRIED_ENOUGH + 1);
    }

    @Test
    void aNewCardIsSearchedAtOnceAndAllWays() throws Exception {
        Grey before = card(Symbology.EAN_13);
        for (int i = 0; i < 100; i++) {
            scene.isWorthSearching(before);
        }
        Grey after = card(Symbology.CODABAR);
        for (int i = 0; i < Scene.TRIED_ENOUGH; i++) {
            assertThat(scene.isWorthSearching(after)).as("picture %d", i).isTrue();
        }
    }

    @Test
    void picturesOfAnySizeAreTaken() {
        assertThat(scene.isWorthSearching(new Grey(1, 1, new byte[] {(byte) 255})))
                .isTrue();
        assertThat(scene.isWorthSearching(new Grey(7, 3, new byte[21]))).isTrue();
    }
}
