package foyer.kiosk.screen.view;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** Line drawings on a 24 by 24 grid, in the colour of the text beside them. */
public enum Icon {
    RETURN("M12 3v11m0 0-4.5-4.5M12 14l4.5-4.5M4 15v4.5h16V15"),
    KEYS("M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.500 10h.01M6.500 14h.01M17.500 14h.01M9.500 14h5"),
    CHECK("M5 12.500l4.800 4.800L19 7.500"),
    ATTENTION("M12 5.500v8M12 18h.01"),
    LOW("M12 3v8.500m0 0-3.800-3.800M12 11.500l3.800-3.800M4 16.500h16M4 20.500h16"),
    CONTRAST("M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 4v16M13.500 7h4.200M13.500 10h6M13.500 14h6M13.500 17h4.200"),
    LARGER("M3 19 8.500 5h1L15 19M5 14.500h8M19 4v6M16 7h6"),
    READ("M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4 4 0 0 1 0 6M18 6.500a7.500 7.500 0 0 1 0 11"),
    HELP("M8.500 9a3.500 3.500 0 1 1 5.200 3.100c-1.200.7-1.700 1.300-1.700 2.600M12 18.500h.01"),
    FINISH("M12 3.500v8M7 6.500a7.500 7.500 0 1 0 10 0"),
    CLOCK("M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 8v4.500l3 2"),
    BACK("M14.500 5.500 8 12l6.500 6.500"),
    ERASE("M9 5.500h11.500v13H9L3 12zM11.500 9.500l5 5M16.500 9.500l-5 5"),
    MORE("M5.500 9.500 12 16l6.500-6.500"),
    DOOR("M5 21V3h14v18M3 21h18M15 12h.01"),
    AGAIN("M19 12a7 7 0 1 1-2.200-5.100M19.500 3.500v4h-4");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** @param side of the square it is drawn into, px */
    public Node drawn(double side) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon");
        double scale = side / 24;
        shape.setStrokeWidth(2.2);
        shape.getTransforms().add(new Scale(scale, scale, 0, 0));
        Pane square = new Pane(shape);
        square.setMinSize(side, side);
        square.setPrefSize(side, side);
        square.setMaxSize(side, side);
        square.setMouseTransparent(true);
        return square;
    }

    public Node inCircle() {
        StackPane circle = new StackPane(drawn(24));
        circle.getStyleClass().add("circle");
        circle.setMinSize(44, 44);
        circle.setMaxSize(44, 44);
        return circle;
    }

    /** The sign on a button, by what the button does. */
    static Optional<Icon> of(String id) {
        return switch (id) {
            case "return" -> Optional.of(RETURN);
            case "typeCard" -> Optional.of(KEYS);
            case "back" -> Optional.of(BACK);
            case "more" -> Optional.of(MORE);
            case "open" -> Optional.of(DOOR);
            case "reopen", "retry" -> Optional.of(AGAIN);
            case "taken", "loaded", "seenEmpty", "done" -> Optional.of(CHECK);
            default -> Optional.empty();
        };
    }
}
