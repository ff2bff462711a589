package foyer.kiosk.screen.view;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The pictures: flat, few colours, each showing one act. */
public final class Drawings {
    private static final String DOORWAY =
            "M0 40V10A10 10 0 0 1 10 0H30A10 10 0 0 1 40 10V40H31V17A7 7 0 0 0 24 10H16A7 7" + " 0 0 0 9 17V40Z";

    private Drawings() {}

    /** The one mark: an open doorway. */
    public static Node mark() {
        Pane square = new Pane(shape(DOORWAY, "mark"));
        square.setMinSize(40, 40);
        square.setMaxSize(40, 40);
        return square;
    }

    /** A library card under the scanner's light. */
    static Region card(String onCard, String tip) {
        Pane art = new Pane();
        Rectangle card = rectangle(40, 30, 380, 236, "card-face");
        card.setArcWidth(40);
        card.setArcHeight(40);
        Label words = new Label(onCard);
        words.getStyleClass().add("card-words");
        words.relocate(70, 52);
        Pane tilted = new Pane(card, words);
        bars(tilted, 70, 160, 320, 80);
        tilted.setRotate(-4);
        Rectangle beam = rectangle(0, 194, 460, 8, "beam");
        beam.setArcWidth(8);
        beam.setArcHeight(8);
        Rectangle glow = rectangle(0, 186, 460, 24, "glow");
        glow.setArcWidth(24);
        glow.setArcHeight(24);
        art.getChildren().addAll(tilted, glow, beam);
        return panel("leaf", new Scaled(art, 460, 300), Kit.text(tip, "tip"));
    }

    /** Looks like a barcode and is none that a scanner would read. */
    private static void bars(Pane onto, double x, double y, double width, double height) {
        RandomGenerator widths = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        double at = 0;
        while (at < width - 8) {
            double bar = 2 + widths.nextInt(3) * 2;
            onto.getChildren().add(rectangle(x + at, y, bar, height, "bar"));
            at += bar + 3 + widths.nextInt(3) * 2;
        }
    }

    /** The flap, with a book going in. */
    static Scaled flap(String title) {
        Pane art = box();
        Node book = Cover.large(title);
        book.relocate(114, 0);
        book.resize(Cover.LARGE_WIDE, Cover.LARGE_TALL);
        Pane clipped = new Pane(book);
        clipped.setClip(new Rectangle(0, 0, 360, 172));
        SVGPath arrow = shape("M180 196v40m0 0-17-17m17 17 17-17", "flap-arrow");
        art.getChildren().addAll(clipped, arrow);
        return new Scaled(art, 360, 270);
    }

    /** The box behind the flap, and what was in it going out. */
    static Scaled emptyBin() {
        Pane art = box();
        art.getChildren().add(shape("M180 72V12m0 0-22 22m22-22 22 22", "flap-arrow"));
        return new Scaled(art, 360, 270);
    }

    private static Pane box() {
        return new Pane(
                rounded(rectangle(20, 100, 320, 160, "flap-box"), 36),
                rounded(rectangle(48, 128, 264, 60, "flap-mouth"), 16));
    }

    /** A book below the scanner's light. */
    static Scaled scan() {
        Pane art = new Pane();
        art.getChildren().addAll(rounded(rectangle(110, 0, 140, 190, "scan-book"), 14));
        art.getChildren().add(rectangle(122, 0, 7, 190, "scan-spine"));
        art.getChildren().add(rounded(rectangle(146, 116, 88, 50, "card-face"), 8));
        bars(art, 153, 123, 74, 36);
        art.getChildren()
                .addAll(
                        rounded(rectangle(50, 130, 260, 22, "glow"), 22),
                        rounded(rectangle(50, 137, 260, 8, "beam"), 8));
        return new Scaled(art, 360, 210);
    }

    /** A large sign on a soft ground. */
    static Region sign(Icon icon, String ground) {
        Node drawn = icon.drawn(160);
        drawn.relocate(120, 120);
        Pane art = new Pane(drawn);
        art.getStyleClass().add("sign");
        return panel(ground, new Scaled(art, 400, 400));
    }

    /** The doorway, large: the door itself has something to say. */
    static Region doorway() {
        SVGPath door = shape(DOORWAY, "mark");
        door.getTransforms().add(new Scale(5, 5, 0, 0));
        door.relocate(120, 120);
        return panel("leaf", new Scaled(new Pane(door), 440, 440));
    }

    /** A soft coloured ground with a drawing that takes the room there is, and words below it. */
    static VBox panel(String ground, Scaled art, Node... below) {
        VBox panel = new VBox(art);
        panel.getChildren().addAll(below);
        panel.getStyleClass().addAll("panel", ground);
        panel.setAlignment(Pos.CENTER);
        VBox.setVgrow(art, Priority.ALWAYS);
        return panel;
    }

    private static SVGPath shape(String path, String style) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add(style);
        return shape;
    }

    private static Rectangle rectangle(double x, double y, double width, double height, String style) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.getStyleClass().add(style);
        return rectangle;
    }

    private static Rectangle rounded(Rectangle rectangle, double arc) {
        rectangle.setArcWidth(arc);
        rectangle.setArcHeight(arc);
        return rectangle;
    }
}
