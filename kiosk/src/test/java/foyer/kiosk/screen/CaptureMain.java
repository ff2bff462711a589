package foyer.kiosk.screen;

import foyer.kiosk.screen.mirror.Looking;
import foyer.kiosk.screen.view.Fit;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.image.WritableImage;

/**
 * Draws every view in every language and setting into a folder, for eyes. {@code CaptureMain FOLDER [VIEW [LANGUAGE
 * [usual|larger|low|low-larger|contrast|dark]]]}, each a regular expression.
 */
final class CaptureMain {
    private CaptureMain() {}

    public static void main(String[] wanted) throws IOException {
        Path folder = Files.createDirectories(Path.of(wanted[0]));
        for (boolean dark : List.of(false, true)) {
            // Reading aloud has its place in the pictures; nobody presses it.
            ScreenOptions options = ScreenOptions.noDisplay().withSpeech(List.of("espeak-ng", "--stdin"));
            try (Screens screens = Screens.start(dark ? options.withDark() : options, touch -> {})) {
                for (String setting :
                        dark ? List.of("dark") : List.of("usual", "larger", "low", "low-larger", "contrast")) {
                    if (setting.matches(argument(wanted, 3))) {
                        all(screens, folder, wanted, setting);
                    }
                }
            }
        }
        Screens.leave();
    }

    private static void all(Screens screens, Path folder, String[] wanted, String setting) throws IOException {
        long visit = 0;
        for (String language : List.of("lv", "el", "en", "ru")) {
            for (Map.Entry<String, View> view : Samples.all().entrySet()) {
                if (view.getKey().matches(argument(wanted, 1)) && language.matches(argument(wanted, 2))) {
                    int left = view.getValue() instanceof View.Welcome ? -1 : 52;
                    Frame frame =
                            new Frame(++visit, view.getValue(), Samples.place(language), left, true, Samples.MOMENT);
                    WritableImage picture = Screens.onScreenThread(() -> {
                        screens.shell().show(frame);
                        Settings.apply(screens.shell(), setting);
                        List<String> cut = Fit.tooLarge(screens.shell().canvas());
                        if (!cut.isEmpty()) {
                            System.out.println(view.getKey() + " " + language + " " + setting + ": " + cut);
                        }
                        return Looking.picture(screens.shell().canvas());
                    });
                    Files.write(
                            folder.resolve(view.getKey() + "." + setting + "." + language + ".png"),
                            Looking.png(picture));
                }
            }
        }
    }

    private static String argument(String[] arguments, int at) {
        return arguments.length > at ? arguments[at] : ".*";
    }
}
