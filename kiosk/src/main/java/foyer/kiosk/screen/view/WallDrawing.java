package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Wall;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The wall of doors as it hangs, one of them lit. */
final class WallDrawing extends Region {
    private static final double EDGE = 20;
    private static final double GAP = 12;
    private static final double SMALL_WALL = 400;
    private static final double RING = 8;
    /** Below this a large number would touch the frame of its door. */
    private static final double WIDE_ENOUGH = 64;

    /** The screen's dark pane says enough where its name would be cut. */
    private static final double WIDE_ENOUGH_FOR_A_WORD = 96;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final Wall wall;

    WallDrawing(Wall wall, Optional<CompartmentId> lit, Kit kit) {
        this.wall = wall;
        getStyleClass().add("wall");
        setMouseTransparent(true);
        wall.screen().ifPresent(cells -> add(kit.say("screen"), "screen-cell", cells));
        for (CompartmentPlan door : wall.doors()) {
            if (!lit.equals(Optional.of(door.id()))) {
                add(door.id().value(), "door", cells(door));
            }
        }
        // Last, so that its light lies over its neighbours.
        wall.doors().stream()
                .filter(door -> lit.equals(Optional.of(door.id())))
                .forEach(door -> light(door, kit.motion()));
    }

    private void light(CompartmentPlan door, boolean motion) {
        Region ring = new Region();
        ring.getStyleClass().add("ring");
        ring.setUserData(cells(door));
        getChildren().add(ring);
        add(door.id().value(), "lit", cells(door));
        if (motion) {
            FadeTransition breathe = new FadeTransition(Duration.seconds(1.2), ring);
            breathe.setFromValue(1);
            breathe.setToValue(0.35);
            breathe.setAutoReverse(true);
            breathe.setCycleCount(Animation.INDEFINITE);
            sceneProperty().addListener((property, before, now) -> {
                if (now == null) {
                    breathe.stop();
                } else {
                    breathe.play();
                }
            });
        }
    }

    private void add(String words, String style, Wall.Cells cells) {
        Label cell = new Label(words);
        cell.getStyleClass().add(style);
        cell.setUserData(cells);
        cell.setAlignment(style.equals("screen-cell") ? Pos.CENTER : Pos.TOP_LEFT);
        getChildren().add(cell);
    }

    private static Wall.Cells cells(CompartmentPlan door) {
        return new Wall.Cells(door.column(), door.row(), door.columns(), door.rows());
    }

    @Override
    protected void layoutChildren() {
        double edge = getWidth() < SMALL_WALL ? EDGE / 2 : EDGE;
        double gap = getWidth() < SMALL_WALL ? GAP / 2 : GAP;
        double wide = (getWidth() - 2 * edge + gap) / Math.max(1, wall.columns());
        double tall = (getHeight() - 2 * edge + gap) / Math.max(1, wall.rows());
        for (Node child : getManagedChildren()) {
            if (child.getUserData() instanceof Wall.Cells cells) {
                double x = Math.rint(edge + cells.column() * wide);
                double y = Math.rint(edge + cells.row() * tall);
                double width = Math.rint(cells.columns() * wide - gap);
                double height = Math.rint(cells.rows() * tall - gap);
                boolean ring = child.getStyleClass().contains("ring");
                double out = ring ? RING : 0;
                if (child instanceof Label label) {
                    label.pseudoClassStateChanged(SMALL, width < WIDE_ENOUGH || height < WIDE_ENOUGH);
                    boolean noRoom = width < WIDE_ENOUGH_FOR_A_WORD
                            && label.getStyleClass().contains("screen-cell");
                    // The style changes while it is laid out, too late for this pulse's own pass.
                    label.applyCss();
                    label.setContentDisplay(noRoom ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                }
                child.resizeRelocate(x - out, y - out, width + 2 * out, height + 2 * out);
            }
        }
    }
}
