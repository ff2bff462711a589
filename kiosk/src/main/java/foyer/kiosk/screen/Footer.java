package foyer.kiosk.screen;

import foyer.kiosk.screen.model.Words;
import foyer.kiosk.screen.view.Icon;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.View;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What a person may set for this visit, and help; with a visit that may be ended here, its end instead. Never moves. */
final class Footer extends HBox {
    private static final double TALL = 104;
    private static final int MINUTE = 60;

    /** What its controls do. */
    record Acts(Runnable low, Runnable contrast, Runnable larger, Runnable read, Runnable finish) {}

    private final Acts acts;
    private final boolean speaks;
    /** With large words or many controls each takes two lines. */
    private boolean crowded;

    private final Button finish = new Button();
    private final Label left = new Label();

    Footer(Acts acts, boolean speaks, ObservableBooleanValue waiting) {
        this.acts = acts;
        this.speaks = speaks;
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(TALL);
        setMaxHeight(TALL);
        finish.setId("finish");
        dress(finish, Icon.FINISH);
        finish.setOnAction(pressed -> acts.finish().run());
        finish.disableProperty().bind(waiting);
        left.setId("left");
        dress(left, Icon.CLOCK);
    }

    void paint(Frame frame, Words words, Visit visit) {
        crowded = speaks || visit.larger();
        getChildren()
                .setAll(
                        toggle("low", words, Icon.LOW, visit.low(), acts.low()),
                        toggle("contrast", words, Icon.CONTRAST, visit.contrast(), acts.contrast()),
                        toggle("larger", words, Icon.LARGER, visit.larger(), acts.larger()));
        if (speaks) {
            getChildren().add(read(words));
        }
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        getChildren().add(between);
        if (mayFinish(frame)) {
            getChildren().add(finish);
        } else {
            getChildren().addAll(left, help(frame, words));
        }
        tick(frame, words);
    }

    void tick(Frame frame, Words words) {
        String time = Words.left(Math.max(0, frame.secondsLeft()));
        String end = words.say("finish", "left", time);
        finish.setText(lines(end));
        finish.setAccessibleText(end);
        left.setText(time);
        left.setAccessibleText(words.say("timeLeft", "left", time));
        // Told in its last minute only: a clock that always runs would hurry people.
        boolean soon = frame.secondsLeft() >= 0 && frame.secondsLeft() < MINUTE;
        left.setVisible(soon);
        left.setManaged(soon);
    }

    /** Where the view says that {@code Finish} answers it. */
    private static boolean mayFinish(Frame frame) {
        return frame.secondsLeft() >= 0
                && (frame.view() instanceof View.Ready || frame.view() instanceof View.StaffHome);
    }

    private Node toggle(String id, Words words, Icon icon, boolean on, Runnable act) {
        ToggleButton button = new ToggleButton(lines(words.say(id)));
        button.setId(id);
        button.setSelected(on);
        button.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        button.setAccessibleText(words.say(id));
        dress(button, icon);
        button.setOnAction(pressed -> act.run());
        return button;
    }

    private Node read(Words words) {
        Button button = new Button(lines(words.say("read")));
        button.setId("read");
        button.setAccessibleText(words.say("read"));
        dress(button, Icon.READ);
        button.setOnAction(pressed -> acts.read().run());
        return button;
    }

    private Node help(Frame frame, Words words) {
        String said = words.say("help", "phone", frame.place().phone());
        Label help = new Label(lines(said));
        help.setAccessibleText(said);
        help.setId("help");
        dress(help, Icon.HELP);
        return help;
    }

    private static void dress(Labeled labeled, Icon icon) {
        labeled.getStyleClass().add("foot");
        labeled.setGraphic(icon.inCircle());
        labeled.setMinWidth(Region.USE_PREF_SIZE);
    }

    /** On two lines where it is crowded: at the dot that parts two things, else between the first two words. */
    private String lines(String words) {
        if (!crowded) {
            return words;
        }
        return words.contains(" · ") ? words.replace(" · ", "\n") : words.replaceFirst(" ", "\n");
    }
}
