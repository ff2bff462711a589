package foyer.bridge.scan;

import java.util.HashMap;
import java.util.Map;

/** Which characters the keys of a US keyboard type; key codes are those of Linux (input-event-codes.h). */
final class UsKeys {
    static final int ENTER = 28;
    static final int KEYPAD_ENTER = 96;

    private static final int LEFT_SHIFT = 42;
    private static final int RIGHT_SHIFT = 54;
    /** Left and right: control, alt, meta. */
    private static final int[] COMMANDS = {29, 97, 56, 100, 125, 126};

    private static final Map<Integer, Character> PLAIN = new HashMap<>();
    private static final Map<Integer, Character> SHIFTED = new HashMap<>();

    static {
        row(2, "1234567890-=", "!@#$%^&*()_+");
        row(16, "qwertyuiop[]", "QWERTYUIOP{}");
        row(30, "asdfghjkl;'`", "ASDFGHJKL:\"~");
        row(43, "\\zxcvbnm,./", "|ZXCVBNM<>?");
        row(55, "*", "*");
        row(57, " ", " ");
        row(71, "789-456+1230.", "789-456+1230.");
        row(98, "/", "/");
        row(ENTER, "\r", "\r");
        row(KEYPAD_ENTER, "\r", "\r");
    }

    private UsKeys() {}

    /** Keys whose codes follow one another. */
    private static void row(int first, String plain, String shifted) {
        for (int i = 0; i < plain.length(); i++) {
            PLAIN.put(first + i, plain.charAt(i));
            SHIFTED.put(first + i, shifted.charAt(i));
        }
    }

    static boolean isShift(int code) {
        return code == LEFT_SHIFT || code == RIGHT_SHIFT;
    }

    /** Whether a key turns the others into commands as long as it is down. */
    static boolean isCommand(int code) {
        for (int command : COMMANDS) {
            if (command == code) {
                return true;
            }
        }
        return false;
    }

    /** CR for both enter keys; {@link KeyEvents#UNKNOWN} for a key that types nothing. */
    static char typed(int code, boolean shift) {
        return (shift ? SHIFTED : PLAIN).getOrDefault(code, KeyEvents.UNKNOWN);
    }
}
