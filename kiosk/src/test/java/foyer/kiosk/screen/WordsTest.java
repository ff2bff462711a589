package foyer.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import foyer.kiosk.screen.model.Language;
import foyer.kiosk.screen.model.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The four files of words are complete, say the same things, and count right. */
class WordsTest {
    /** Latvian and Greek say a due date without, and English with, its weekday where it is needed. */
    private static final Map<String, Set<String>> MAY_BE_UNSAID = Map.of("by", Set.of("weekday"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void sameKeysAndPlaceholders(Language language) {
        ResourceBundle english = bundle(Language.EN);
        ResourceBundle own = bundle(language);
        assertThat(own.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        for (String key : english.keySet()) {
            Set<String> wanted = placeholders(english.getString(key));
            Set<String> found = placeholders(own.getString(key));
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(found);
            assertThat(wanted).as("%s %s", language, key).containsAll(found);
            assertThat(MAY_BE_UNSAID.getOrDefault(key, Set.of()))
                    .as("%s %s", language, key)
                    .containsAll(missing);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void calm(Language language) {
        ResourceBundle own = bundle(language);
        for (String key : own.keySet()) {
            assertThat(own.getString(key).toLowerCase(Locale.ROOT))
                    .as("%s %s", language, key)
                    .isNotBlank()
                    .doesNotContain("!", "error", "kļūda", "σφάλμα", "ошибк");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | 1  | 1 book is waiting for you
            EN | 2  | 2 books are waiting for you
            LV | 1  | Jūs gaida 1 grāmata
            LV | 2  | Jūs gaida 2 grāmatas
            LV | 10 | Jūs gaida 10 grāmatu
            LV | 11 | Jūs gaida 11 grāmatu
            LV | 21 | Jūs gaida 21 grāmata
            EL | 1  | Σας περιμένει 1 βιβλίο
            EL | 3  | Σας περιμένουν 3 βιβλία
            RU | 1  | Вас ждёт 1 книга
            RU | 2  | Вас ждут 2 книги
            RU | 5  | Вас ждут 5 книг
            RU | 11 | Вас ждут 11 книг
            RU | 21 | Вас ждёт 21 книга
            """)
    void counts(Language language, int books, String said) {
        assertThat(new Words(language).say("ready", "n", books)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Return by Friday 27 November      | from Friday 27 November, 10:00
            LV | līdz 27. novembrim                | no piektdienas, 27. novembra, plkst. 10:00
            EL | έως την Παρασκευή 27 Νοεμβρίου    | από την Παρασκευή 27 Νοεμβρίου, 10:00
            RU | до пятницы, 27 ноября             | с пятницы, 27 ноября, 10:00
            """)
    void dates(Language language, String by, String from) {
        Words words = new Words(language);
        assertThat(words.by(LocalDate.of(2026, 11, 27))).isEqualTo(by);
        assertThat(words.from(Instant.parse("2026-11-27T08:00:00Z"), ZoneId.of("Europe/Riga")))
                .isEqualTo(from);
    }

    @Test
    void secondsLeft() {
        assertThat(Words.left(52)).isEqualTo("0:52");
        assertThat(Words.left(84)).isEqualTo("1:24");
        assertThat(Words.left(60)).isEqualTo("1:00");
        assertThat(Words.left(9)).isEqualTo("0:09");
    }

    @Test
    void theCheckSeesAMissingPlaceholder() {
        assertThat(placeholders("Door {door}, {n, plural, one {# book} other {{title}}}"))
                .containsExactlyInAnyOrder("door", "n", "title");
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "foyer.kiosk.screen.words",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> placeholders(String message) {
        MessagePattern pattern = new MessagePattern(message);
        Set<String> names = new TreeSet<>();
        for (int at = 0; at < pattern.countParts(); at++) {
            if (pattern.getPartType(at) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(at)));
            }
        }
        return names;
    }
}
