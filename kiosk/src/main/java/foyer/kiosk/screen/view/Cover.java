package foyer.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** A cloth cover for a book without a picture: one of six muted colours, always the same for the same title. */
final class Cover {
    static final double LARGE_WIDE = 132;
    static final double LARGE_TALL = 176;

    private static final int COLOURS = 6;
    private static final int LETTERS_PER_LINE = 8;
    private static final int LINES = 4;

    private Cover() {}

    /** Too small for a title that can be read: its first letter. */
    static Region small(String title) {
        Label initial = new Label(initial(title));
        initial.getStyleClass().add("initial");
        return cloth(title, initial, 56, 76, 6);
    }

    /** With as many first words of the title as can be set on it. */
    static Region large(String title) {
        List<String> lines = lines(title);
        Label words = new Label(lines.isEmpty() ? initial(title) : String.join("\n", lines));
        words.getStyleClass().add(lines.isEmpty() ? "initial" : "set-title");
        return cloth(title, words, LARGE_WIDE, LARGE_TALL, 9);
    }

    private static Region cloth(String title, Label words, double wide, double tall, double spine) {
        StackPane cover = new StackPane();
        cover.getStyleClass().addAll("cover", "cloth-" + (Math.floorMod(title.hashCode(), COLOURS) + 1));
        cover.setMinSize(wide, tall);
        cover.setPrefSize(wide, tall);
        cover.setMaxSize(wide, tall);
        Rectangle hinge = new Rectangle(spine, 0, spine / 2, tall);
        hinge.getStyleClass().add("hinge");
        hinge.setManaged(false);
        words.setManaged(true);
        words.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        words.setTranslateX(spine / 2);
        cover.getChildren().addAll(hinge, words);
        cover.setMouseTransparent(true);
        return cover;
    }

    private static String initial(String title) {
        return title.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private static List<String> lines(String title) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.strip().split("\\s+", -1)) {
            if (word.length() > LETTERS_PER_LINE) {
                break;
            }
            if (line.length() + 1 + word.length() > LETTERS_PER_LINE && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (lines.size() == LINES) {
                break;
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty() && lines.size() < LINES) {
            lines.add(line.toString());
        }
        return lines;
    }
}
