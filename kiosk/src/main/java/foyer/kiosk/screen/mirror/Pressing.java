package foyer.kiosk.screen.mirror;

import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** Presses as a finger and a keyboard would, through the toolkit's own input. On the JavaFX thread. */
final class Pressing {
    private Pressing() {}

    /** @param x,y on the canvas of 1280 by 800 */
    static void press(Parent canvas, double x, double y) {
        Point2D at = canvas.localToScreen(x, y);
        if (at == null) {
            throw new IllegalStateException("the screen is not shown");
        }
        Robot robot = new Robot();
        robot.mouseMove(at);
        robot.mousePress(MouseButton.PRIMARY);
        robot.mouseRelease(MouseButton.PRIMARY);
    }

    /** @param keys digits, {@code \n} for Enter, {@code \b} for Backspace, {@code \t} for Tab, a space */
    static void type(String keys) {
        Robot robot = new Robot();
        for (int at = 0; at < keys.length(); at++) {
            KeyCode code = code(keys.charAt(at));
            robot.keyPress(code);
            robot.keyRelease(code);
        }
    }

    static boolean canType(String keys) {
        return keys.chars().allMatch(key -> (key >= '0' && key <= '9') || "\n\b\t ".indexOf(key) >= 0);
    }

    private static KeyCode code(char key) {
        return switch (key) {
            case '\n' -> KeyCode.ENTER;
            case '\b' -> KeyCode.BACK_SPACE;
            case '\t' -> KeyCode.TAB;
            case ' ' -> KeyCode.SPACE;
            default -> KeyCode.getKeyCode(String.valueOf(key));
        };
    }
}
