package foyer.kiosk.screen.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four languages the screen speaks, each named by its own letters so that whoever needs it finds it. */
public enum Language {
    LV("lv", "LV", "Latviešu"),
    EL("el", "ΕΛ", "Ελληνικά"),
    EN("en", "EN", "English"),
    RU("ru", "RU", "Русский");

    private final String code;
    private final String letters;
    private final String ownName;

    Language(String code, String letters, String ownName) {
        this.code = code;
        this.letters = letters;
        this.ownName = ownName;
    }

    /** As it stands in {@code Frame.Place.languages}: ISO 639-1. */
    public String code() {
        return code;
    }

    public String letters() {
        return letters;
    }

    /** For a screen reader, which would spell the letters. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code);
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
