package foyer.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Sees to it that words fit. Four languages, a larger size and titles of any length meet a screen that does not scroll:
 * the heading steps down the type scale (56, 44, 28) and spaces close up, until nothing is cut.
 */
public final class Fit {
    private static final List<PseudoClass> STEPS = List.of(
            PseudoClass.getPseudoClass("tight"),
            PseudoClass.getPseudoClass("tighter"),
            PseudoClass.getPseudoClass("tightest"));

    /** Layout rounds to whole pixels. */
    private static final double ROUNDING = 1.5;

    private Fit() {}

    /** @param canvas whose style knows the steps; {@code main} is looked at */
    public static void into(Parent canvas, Parent main) {
        for (int step = 0; step <= STEPS.size(); step++) {
            for (int other = 0; other < STEPS.size(); other++) {
                canvas.pseudoClassStateChanged(STEPS.get(other), other == step - 1);
            }
            canvas.applyCss();
            canvas.layout();
            if (tooLarge(main).isEmpty()) {
                return;
            }
        }
    }

    /** What is cut, shortened by the toolkit, or reaches out of the box it stands in, in words for a test's report. */
    public static List<String> tooLarge(Parent from) {
        List<String> found = new ArrayList<>();
        look(from, found);
        return found;
    }

    private static void look(Parent parent, List<String> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || !child.isManaged()) {
                continue;
            }
            if (parent instanceof Region box && !(parent instanceof Labeled)) {
                outside(box, child, found);
            }
            if (child instanceof Labeled labeled) {
                cut(labeled, found);
            } else if (child instanceof Parent inner) {
                look(inner, found);
            }
        }
    }

    private static void outside(Region box, Node child, List<String> found) {
        Bounds at = child.getLayoutBounds();
        double x = child.getLayoutX();
        double y = child.getLayoutY();
        if (x + at.getMinX() < -ROUNDING
                || y + at.getMinY() < -ROUNDING
                || x + at.getMaxX() > box.getWidth() + ROUNDING
                || y + at.getMaxY() > box.getHeight() + ROUNDING) {
            found.add(name(child) + " reaches out of " + name(box) + ": " + Math.round(x) + "," + Math.round(y) + " "
                    + Math.round(at.getWidth()) + "x" + Math.round(at.getHeight()) + " in "
                    + Math.round(box.getWidth()) + "x" + Math.round(box.getHeight()));
        }
    }

    private static void cut(Labeled labeled, List<String> found) {
        if (labeled.getGraphic() instanceof Parent graphic) {
            Bounds at = graphic.getBoundsInParent();
            if (at.getHeight() > labeled.getHeight() + ROUNDING || at.getWidth() > labeled.getWidth() + ROUNDING) {
                found.add("what stands on " + name(labeled) + " is larger than it");
            }
            look(graphic, found);
        }
        if (labeled.getText().isEmpty()) {
            return;
        }
        if (labeled.lookup(".text") instanceof Text text) {
            if (!text.getText().equals(labeled.getText())) {
                found.add(name(labeled) + " is shortened to '" + text.getText() + "'");
            }
            if (text.getLayoutBounds().getHeight() > labeled.getHeight() + ROUNDING
                    || text.getLayoutBounds().getWidth() > labeled.getWidth() + ROUNDING) {
                found.add(name(labeled) + " is cut");
            }
            if (brokenWord(labeled, text)) {
                found.add(name(labeled) + " breaks inside a word");
            }
        }
    }

    private static boolean brokenWord(Labeled labeled, Text text) {
        Text measure = new Text();
        measure.setFont(labeled.getFont());
        double room = text.getWrappingWidth() > 0 ? text.getWrappingWidth() : Double.MAX_VALUE;
        for (String word : labeled.getText().split("[ \n-]", -1)) {
            measure.setText(word);
            if (measure.getLayoutBounds().getWidth() > room + ROUNDING) {
                return true;
            }
        }
        return false;
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled ? " '" + labeled.getText() + "'" : "";
        String id = node.getId() == null ? "" : "#" + node.getId();
        return node.getClass().getSimpleName() + id + node.getStyleClass() + words;
    }
}
