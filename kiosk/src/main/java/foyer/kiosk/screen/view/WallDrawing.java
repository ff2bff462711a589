package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Wall;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The wall of doors as it hangs, one of them lit. */
final class WallDrawing extends Region {
    private static final double EDGE = 20;
    private static final double GAP = 12;
    private static final double RING = 8;
    /** Below this a large number would touch the frame of its door. */
    private static final double WIDE_ENOUGH = 64;

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
        double wide = (getWidth() - 2 * EDGE + GAP) / Math.max(1, wall.columns());
        double tall = (getHeight() - 2 * EDGE + GAP) / Math.max(1, wall.rows());
        for (var child : getManagedChildren()) {
            if (child.getUserData() instanceof Wall.Cells cells) {
                double x = Math.rint(EDGE + cells.column() * wide);
                double y = Math.rint(EDGE + cells.row() * tall);
                double width = Math.rint(cells.columns() * wide - GAP);
                double height = Math.rint(cells.rows() * tall - GAP);
                boolean ring = child.getStyleClass().contains("ring");
                double out = ring ? RING : 0;
                if (child instanceof Label label) {
                    label.pseudoClassStateChanged(SMALL, width < WIDE_ENOUGH || height < WIDE_ENOUGH);
                }
                child.resizeRelocate(x - out, y - out, width + 2 * out, height + 2 * out);
            }
        }
    }

    private static final javafx.css.PseudoClass SMALL = javafx.css.PseudoClass.getPseudoClass("small");
}
