package foyer.kiosk.screen;

import java.util.List;
import java.util.OptionalInt;

/**
 * How the touchscreen starts. {@link #noDisplay()} and {@link #window()} are the two to begin from.
 *
 * @param headless no display: drawn into memory and seen only through the mirror
 * @param fullScreen covers the display; ignored when headless
 * @param mirrorPort where on 127.0.0.1 the mirror listens, 0 for a port the system picks, empty for no mirror
 * @param mirrorToken what every request to the mirror must show, at least 16 characters when there is a mirror
 * @param dark the dark tokens instead of the light ones
 * @param motion whether the lit door may pulse; off where a branch asks for stillness
 * @param speech the command that reads aloud, words on its standard input, {@code {language}} replaced by {@code lv},
 *     {@code el}, {@code en} or {@code ru}, e.g. {@code espeak-ng -v {language} --stdin}; empty: the control is not
 *     shown
 */
public record ScreenOptions(
        boolean headless,
        boolean fullScreen,
        OptionalInt mirrorPort,
        String mirrorToken,
        boolean dark,
        boolean motion,
        List<String> speech) {

    /** Shorter ones can be guessed by another user of the same machine. */
    private static final int TOKEN_LENGTH = 16;

    public ScreenOptions {
        speech = List.copyOf(speech);
        if (mirrorPort.isPresent() && mirrorToken.length() < TOKEN_LENGTH) {
            throw new IllegalArgumentException("the mirror needs a token of at least " + TOKEN_LENGTH + " characters");
        }
    }

    public static ScreenOptions noDisplay() {
        return new ScreenOptions(true, false, OptionalInt.empty(), "", false, false, List.of());
    }

    public static ScreenOptions window() {
        return new ScreenOptions(false, false, OptionalInt.empty(), "", false, true, List.of());
    }

    public ScreenOptions withFullScreen() {
        return new ScreenOptions(headless, true, mirrorPort, mirrorToken, dark, motion, speech);
    }

    public ScreenOptions withMirror(int port, String token) {
        return new ScreenOptions(headless, fullScreen, OptionalInt.of(port), token, dark, motion, speech);
    }

    public ScreenOptions withDark() {
        return new ScreenOptions(headless, fullScreen, mirrorPort, mirrorToken, true, motion, speech);
    }

    public ScreenOptions withSpeech(List<String> command) {
        return new ScreenOptions(headless, fullScreen, mirrorPort, mirrorToken, dark, motion, command);
    }

    /** Whether this process was started where a window can be shown (X11 or Wayland). */
    public static boolean displayPresent() {
        return named("DISPLAY") || named("WAYLAND_DISPLAY");
    }

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    /** Without the token: options are logged. */
    @Override
    public String toString() {
        return "ScreenOptions[headless=" + headless + ", fullScreen=" + fullScreen + ", mirrorPort=" + mirrorPort
                + ", dark=" + dark + ", motion=" + motion + ", speech=" + !speech.isEmpty() + "]";
    }
}
