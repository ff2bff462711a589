package foyer.kiosk.screen.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Two arrangements for every screen. Usually: a picture, and beside it the words above what may be pressed. Low: words
 * and picture in the upper half, everything touchable in the lower, so that a seated person and a child reach it.
 */
final class Scaffold {
    /** The main area's inner size at 1280 by 800, and where the lower half begins within it. */
    static final double WIDE = 1200;

    static final double TALL = 528;
    static final double LOW_TOP = 280;
    static final double LOW_BOTTOM = 288;
    static final double PICTURE = 560;

    private Scaffold() {}

    static Region question(Kit kit, Region picture, Region words, List<? extends Node> buttons) {
        return kit.low() && !buttons.isEmpty()
                ? low(beside(words, small(picture)), kit.buttons(buttons))
                : columns(picture, stacked(words, buttons.isEmpty() ? List.of() : List.of(kit.buttons(buttons))));
    }

    /** A picture on the left, the rest beside it. */
    static Region columns(Region left, Region right) {
        left.setMinSize(PICTURE, TALL);
        left.setPrefSize(PICTURE, TALL);
        left.setMaxSize(PICTURE, TALL);
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("columns");
        columns.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMaxWidth(Double.MAX_VALUE);
        size(columns);
        return columns;
    }

    static VBox stacked(Node first, List<? extends Node> rest) {
        VBox stack = new VBox(first);
        stack.getChildren().addAll(rest);
        stack.getStyleClass().add("stack");
        stack.setAlignment(Pos.CENTER_LEFT);
        return stack;
    }

    static Region low(Region top, Region bottom) {
        top.setMinHeight(LOW_TOP);
        top.setMaxHeight(LOW_TOP);
        top.setPrefHeight(LOW_TOP);
        bottom.setMinHeight(LOW_BOTTOM);
        bottom.setMaxHeight(LOW_BOTTOM);
        bottom.setPrefHeight(LOW_BOTTOM);
        VBox halves = new VBox(top, bottom);
        halves.getStyleClass().add("halves");
        halves.setMinSize(WIDE, LOW_TOP + LOW_BOTTOM);
        halves.setMaxSize(WIDE, LOW_TOP + LOW_BOTTOM);
        return halves;
    }

    static Region beside(Region words, Region picture) {
        HBox row = new HBox(words, picture);
        row.getStyleClass().add("columns");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        if (words instanceof VBox box) {
            box.setAlignment(Pos.CENTER_LEFT);
        }
        return row;
    }

    /** A picture for the upper half: as tall as that, its shape about the same. */
    static Region small(Region picture) {
        double wide = Math.rint(LOW_TOP * PICTURE / TALL);
        picture.setMinSize(wide, LOW_TOP);
        picture.setPrefSize(wide, LOW_TOP);
        picture.setMaxSize(wide, LOW_TOP);
        return picture;
    }

    static void size(Region region) {
        region.setMinSize(WIDE, TALL);
        region.setPrefSize(WIDE, TALL);
        region.setMaxSize(WIDE, TALL);
    }
}
