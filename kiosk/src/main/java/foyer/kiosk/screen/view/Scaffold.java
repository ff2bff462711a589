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
    /** From 16 px below the header nearly to the screen's middle; below it, what is left above the languages. */
    static final double LOW_TOP = 288;

    static final double LOW_BOTTOM = 212;

    /** Between the halves; the screen's middle is at its end. */
    private static final double LOW_GAP = 8;

    /** A screen with nothing to touch, above the languages. */
    private static final double LOW_TALL = 512;

    static final double PICTURE = 560;
    static final double NARROW_LIST = 464;
    private static final double PICTURE_BESIDE_LARGER = 416;

    private Scaffold() {}

    static Region question(Kit kit, Region picture, Region words, List<? extends Node> buttons) {
        return kit.low() && !buttons.isEmpty()
                ? low(beside(words, small(picture)), kit.buttons(buttons))
                : columns(
                        kit,
                        picture(kit),
                        picture,
                        stacked(words, buttons.isEmpty() ? List.of() : List.of(kit.buttons(buttons))));
    }

    /** How wide a picture is: larger words take from it what they need. */
    static double picture(Kit kit) {
        return kit.larger() ? PICTURE_BESIDE_LARGER : PICTURE;
    }

    /** A picture on the left, the rest beside it. */
    static Region columns(Kit kit, double wide, Region left, Region right) {
        double tall = kit.low() ? LOW_TALL : TALL;
        left.setMinSize(wide, tall);
        left.setPrefSize(wide, tall);
        left.setMaxSize(wide, tall);
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("columns");
        columns.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMaxWidth(Double.MAX_VALUE);
        size(columns, tall);
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
        VBox halves = new VBox(LOW_GAP, top, bottom);
        halves.getStyleClass().add("halves");
        halves.setMinSize(WIDE, LOW_TOP + LOW_GAP + LOW_BOTTOM);
        halves.setMaxSize(WIDE, LOW_TOP + LOW_GAP + LOW_BOTTOM);
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

    static void size(Region region, double tall) {
        region.setMinSize(WIDE, tall);
        region.setPrefSize(WIDE, tall);
        region.setMaxSize(WIDE, tall);
    }
}
