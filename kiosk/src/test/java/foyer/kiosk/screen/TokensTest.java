package foyer.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrast of every pair of ink and ground that the sheet uses, by WCAG 2.2's relative luminance. */
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*#([0-9A-Fa-f]{6});");

    @ParameterizedTest
    @CsvSource({".canvas, 4.5", ".canvas:dark, 4.5", ".canvas:contrast, 7.0"})
    void everyPairCanBeRead(String theme, double least) throws IOException {
        Map<String, String> tokens = tokens(theme);
        pairs().forEach(pair -> {
            double ratio = ratio(of(tokens, pair.split("/", 2)[0]), of(tokens, pair.split("/", 2)[1]));
            assertThat(ratio).as("%s %s", theme, pair).isGreaterThanOrEqualTo(least);
        });
    }

    @Test
    void theRatioIsWcags() {
        assertThat(ratio("FFFFFF", "000000")).isEqualTo(21.0);
        assertThat(ratio("777777", "FFFFFF")).isBetween(4.47, 4.49);
    }

    private static Stream<String> pairs() {
        Stream<String> inks = Stream.of("-ink", "-ink-2").flatMap(ink -> Stream.of(
                        "-paper", "-surface", "-sunk", "-leaf-soft", "-sky-soft", "-honey-soft", "-brick-soft")
                .map(ground -> ink + "/" + ground));
        Stream<String> own = Stream.of(
                "-leaf-ink/-leaf",
                "-sky-ink/-sky",
                "-honey-ink/-honey",
                "-brick-ink/-brick",
                "-paper/-ink",
                "-leaf/-leaf-soft",
                "-sky/-sky-soft",
                "-honey/-honey-soft",
                "-honey/-paper",
                "-sky/-paper",
                "-door-ink/-door",
                "-glass-ink/-glass",
                "-lit-ink/-lit",
                "-ink-3/-paper",
                "-ink-3/-surface");
        Stream<String> covers = IntStream.rangeClosed(1, 6).mapToObj(cloth -> "-cloth-ink/-cloth-" + cloth);
        return Stream.of(inks, own, covers).flatMap(part -> part);
    }

    private static String of(Map<String, String> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    /** The light tokens, and over them those of the theme. */
    private static Map<String, String> tokens(String theme) throws IOException {
        String sheet;
        try (InputStream file = Objects.requireNonNull(Shell.class.getResourceAsStream("tokens.css"))) {
            sheet = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> tokens = new HashMap<>();
        for (String part : new String[] {".canvas", theme}) {
            int from = sheet.indexOf(part + " {");
            assertThat(from).as(part).isNotNegative();
            Matcher found = TOKEN.matcher(sheet.substring(from, sheet.indexOf('}', from)));
            while (found.find()) {
                tokens.put(found.group(1), found.group(2));
            }
        }
        return tokens;
    }

    private static double ratio(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
