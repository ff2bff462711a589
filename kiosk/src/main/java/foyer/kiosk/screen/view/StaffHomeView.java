package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.StaffHomeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What waits to be loaded on the left, the doors to look into and the bins on the right. */
final class StaffHomeView {
    private StaffHomeView() {}

    private static final double SIDE = 520;

    static Node paint(StaffHomeModel model, Kit kit) {
        VBox words = kit.words(model.heading(), model.lead());
        words.getStyleClass().add("staff");
        model.notes().forEach(note -> words.getChildren().add(Rows.note(note.text(), note.good())));
        VBox load = new VBox(Kit.text(model.toLoad(), "sub-heading"));
        load.getStyleClass().add("returned");
        model.load().shown().forEach(book -> load.getChildren()
                .add(Rows.book(book.cover(), book.title(), book.author())));
        Label toInspect = Kit.text(model.toInspect(), "sub-heading");
        List<Button> doors = new ArrayList<>();
        model.inspect().shown().forEach(offer -> doors.add(kit.button(offer)));
        if (model.pages() > 1) {
            doors.add(kit.more(Math.floorMod(kit.setting().page(), model.pages()), model.pages()));
        }
        List<Button> bins = model.empty().shown().stream().map(kit::button).toList();
        bins.forEach(bin -> bin.getStyleClass().add("bin"));
        return kit.low() ? low(words, load, toInspect, doors, bins, kit) : usual(words, load, toInspect, doors, bins);
    }

    private static Node usual(VBox words, VBox load, Label toInspect, List<Button> doors, List<Button> bins) {
        VBox left = Scaffold.stacked(words, List.of(load));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("doors");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        for (int at = 0; at < doors.size(); at++) {
            Button door = doors.get(at);
            if (door.getId().equals("more")) {
                grid.add(door, 0, at / 2 + 1, 2, 1);
            } else {
                grid.add(door, at % 2, at / 2);
            }
        }
        VBox right = new VBox(toInspect, grid);
        right.getChildren().addAll(bins);
        right.getStyleClass().addAll("panel", "sunk", "inspect");
        right.setMinWidth(SIDE);
        right.setMaxWidth(SIDE);
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("columns");
        HBox.setHgrow(left, Priority.ALWAYS);
        Scaffold.size(columns, Scaffold.TALL);
        return columns;
    }

    private static Node low(VBox words, VBox load, Label toInspect, List<Button> doors, List<Button> bins, Kit kit) {
        load.setMinWidth(SIDE);
        load.setMaxWidth(SIDE);
        VBox bottom = new VBox(toInspect);
        bottom.getStyleClass().add("stack");
        bottom.setAlignment(Pos.CENTER_LEFT);
        List<List<Button>> rows =
                Stream.of(doors, bins).filter(row -> !row.isEmpty()).toList();
        rows.forEach(row -> bottom.getChildren().add(kit.buttons(row)));
        if (rows.size() > 1) {
            bottom.getStyleClass().add("two-rows");
        }
        return Scaffold.low(Scaffold.beside(words, load), bottom);
    }
}
