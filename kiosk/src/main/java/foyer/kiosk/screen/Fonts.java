package foyer.kiosk.screen;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Font;

/** Inter where it is installed (the build sees to that on Debian), else Noto Sans: both know all four alphabets. */
final class Fonts {
    private Fonts() {}

    static void choose(Node node) {
        List<String> here = Font.getFamilies();
        for (String family : List.of("Inter", "Noto Sans", "DejaVu Sans")) {
            if (here.contains(family)) {
                node.setStyle("-fx-font-family: \"" + family + "\";");
                return;
            }
        }
    }
}
