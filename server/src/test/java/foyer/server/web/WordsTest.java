package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import foyer.server.circulation.Refusal;
import foyer.server.web.rest.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words in four languages: none missing, none with another value in it. */
class WordsTest {
    private final Words words = new Words();

    @ParameterizedTest
    @ValueSource(strings = {"lv", "el", "ru"})
    void theKeysAndTheirValuesAreTheSameAsInEnglish(String language) {
        Properties english = read("en");
        Properties other = read(language);
        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(values(other.getProperty(key)))
                    .as(language + " " + key)
                    .isEqualTo(values(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv", "el", "en", "ru"})
    void nothingShoutsAndNothingIsEmpty(String language) {
        Properties all = read(language);
        for (String key : all.stringPropertyNames()) {
            assertThat(all.getProperty(key)).as(key).isNotBlank().doesNotContain("!");
        }
    }

    @Test
    void everyRefusalHasItsWords() {
        for (Problem problem : Problem.values()) {
            assertThat(words.knows("problem." + problem.code()))
                    .as(problem.code())
                    .isTrue();
        }
        for (Refusal refusal : Refusal.values()) {
            assertThat(Problem.of(refusal.code()).status().is4xxClientError())
                    .as(refusal.code())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lv,0,Apstiprināts 0 pasūtījumu.",
        "lv,1,Apstiprināts 1 pasūtījums.",
        "lv,21,Apstiprināts 21 pasūtījums.",
        "lv,2,Apstiprināti 2 pasūtījumi.",
        "ru,1,Подтверждён 1 заказ.",
        "ru,3,Подтверждены 3 заказа.",
        "ru,5,Подтверждено 5 заказов.",
        "ru,22,Подтверждены 22 заказа.",
        "el,1,Επιβεβαιώθηκε 1 κράτηση.",
        "el,2,Επιβεβαιώθηκαν 2 κρατήσεις.",
        "en,2,2 holds are confirmed."
    })
    void numbersBendTheWords(String language, int count, String said) {
        assertThat(words.say(Locale.of(language), "holds.confirmed", Map.of("count", count)))
                .isEqualTo(said);
    }

    private static Set<String> values(String pattern) {
        Set<String> names = new TreeSet<>();
        MessagePattern parsed = new MessagePattern(pattern);
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part part = parsed.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME
                    || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(part));
            }
        }
        return names;
    }

    private static Properties read(String language) {
        String name = "/messages_" + language + ".properties";
        Properties read = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(name))) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
