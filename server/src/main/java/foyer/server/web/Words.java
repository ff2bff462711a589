package foyer.server.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/**
 * Everything the web says, in the four languages, from {@code messages_*.properties} (UTF-8). ICU does the formatting,
 * since Latvian and Russian count in three forms. Values come by position, or by name from one map.
 */
public final class Words extends AbstractMessageSource {
    /** In the order in which they are offered. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.of("lv"), Locale.of("el"), Locale.of("en"), Locale.of("ru"));

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    public Words() {
        for (Locale language : LANGUAGES) {
            byLanguage.put(language.getLanguage(), read(language.getLanguage()));
        }
    }

    /** The words for {@code key}; {@code values} by name or none. A missing key is a bug and is thrown as one. */
    public String say(Locale language, String key, Map<String, ?> values) {
        return getMessage(key, new Object[] {values}, language);
    }

    public String say(Locale language, String key) {
        return getMessage(key, null, language);
    }

    public boolean knows(String key) {
        return pattern(key, Locale.ENGLISH) != null;
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] values, @Nullable Locale locale) {
        Locale language = locale == null ? Locale.ENGLISH : locale;
        String pattern = code == null ? null : pattern(code, language);
        if (pattern == null || values == null || values.length == 0) {
            return pattern;
        }
        MessageFormat format = new MessageFormat(pattern, language);
        Object argument = values.length == 1 && values[0] instanceof Map<?, ?> named ? named : values;
        return format.format(argument);
    }

    /** Only reached for a default message given by Spring itself; those have no pattern of ours. */
    @Override
    protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
        String pattern = pattern(code, locale);
        return pattern == null ? null : new java.text.MessageFormat(pattern, locale);
    }

    private @Nullable String pattern(String code, Locale locale) {
        Map<String, String> words = byLanguage.get(locale.getLanguage());
        return (words == null ? byLanguage.getOrDefault("en", Map.of()) : words).get(code);
    }

    private static Map<String, String> read(String language) {
        String name = "/messages_" + language + ".properties";
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the words " + name + " are not in this build");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        Map<String, String> words = new HashMap<>();
        read.forEach((key, value) -> words.put((String) key, (String) value));
        return words;
    }
}
