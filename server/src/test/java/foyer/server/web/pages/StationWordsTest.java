package foyer.server.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import foyer.server.projection.StationPage;
import foyer.server.web.Words;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.Birth.Height;
import foyer.station.Birth.Size;
import foyer.station.CompartmentId;
import foyer.station.StationEvent;
import foyer.station.StationState.Doing;
import foyer.station.StationState.Position;
import foyer.station.StationState.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a station's records say is said in words, in every language and with every value missing. */
class StationWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T15:44:06Z");

    private final Words words = new Words();
    private final StationWords said = new StationWords(words);

    @ParameterizedTest
    @ValueSource(strings = {"lv", "el", "en", "ru"})
    void everyEventHasASentenceEvenWhenNothingIsKnownOfIt(String language) {
        for (String kind : kinds()) {
            assertThat(words.knows("happened." + kind)).as(kind).isTrue();
            List<StationPage.Happening> lines = List.of(
                    new StationPage.Happening(NOW, kind, Map.of()),
                    new StationPage.Happening(NOW, kind, everything("pickup")),
                    new StationPage.Happening(NOW, kind, everything("load")),
                    new StationPage.Happening(NOW, kind, everything("inspect")));
            for (StationView.Line line :
                    said.view(page(List.of(), lines), NOW, Locale.of(language)).happened()) {
                assertThat(line.what()).isNotBlank().doesNotContain("{", "}", "??");
                assertThat(line.tag()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Door 7 opened for A.K.: Dvēseļu putenis and 2 more, due Mon 14 Dec",
                "lv|Durvis 7 atvērtas lasītājam A.K.: Dvēseļu putenis un vēl 2, termiņš pirmd., 14. dec.",
                "el|Η θυρίδα 7 άνοιξε για A.K.: Dvēseļu putenis και 2 ακόμη, έως Δευ 14 Δεκ",
                "ru|Ячейка 7 открыта для A.K.: Dvēseļu putenis и ещё 2, срок пн, 14 дек."
            })
    void aPickupReadsAsASentence(String language, String sentence) {
        var line = new StationPage.Happening(NOW, "door-opened", everything("pickup"));
        assertThat(said.view(page(List.of(), List.of(line)), NOW, Locale.of(language))
                        .happened())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.what()).isEqualTo(sentence);
                    assertThat(shown.time()).contains("17").contains("44");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1|Bin A was emptied by Inese: 1 item",
                "en|38|Bin A was emptied by Inese: 38 items",
                "en|0|Bin A was emptied by Inese",
                "lv|38|Kaste A iztukšota: 38 grāmatas (Inese)",
                "lv|21|Kaste A iztukšota: 21 grāmata (Inese)",
                "el|38|Το κουτί A άδειασε: 38 βιβλία (Inese)",
                "ru|38|Ящик A опорожнён: 38 книг (Inese)",
                "ru|22|Ящик A опорожнён: 22 книги (Inese)"
            })
    void anEmptiedBinSaysByWhomAndHowMany(String language, String items, String sentence) {
        var line = new StationPage.Happening(NOW, "bin-emptied", Map.of("bin", "A", "staff", "Inese", "items", items));
        assertThat(said.view(page(List.of(), List.of(line)), NOW, Locale.of(language))
                        .happened())
                .singleElement()
                .satisfies(shown -> assertThat(shown.what()).isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-hold",
                "unknown-item",
                "not-on-loan",
                "other-network",
                "other-branch",
                "other-title",
                "other-patron",
                "other-door",
                "still-on-loan",
                "under-review",
                "confirmed",
                "ready",
                "fulfilled",
                "rejected",
                "cancelled",
                "new-database",
                "door-gone",
                "station-behind",
                "events-missing"
            })
    void everyOddityOfTheRulesIsExplained(String detail) {
        for (Locale language : Words.LANGUAGES) {
            for (String kind : List.of("door-opened", "door-confirmed", "door-jammed", "return-received", "birth")) {
                var alarm = new StationPage.Alarm(
                        1,
                        kind,
                        Map.of("detail", detail, "expected", "9", "events", "4-7", "door", "7", "bin", "1"),
                        NOW);
                StationPage page = withAlarm(alarm);
                assertThat(said.view(page, NOW, language).alarms())
                        .singleElement()
                        .satisfies(shown -> {
                            assertThat(words.knows("alarm." + kind)).isTrue();
                            assertThat(shown.what()).doesNotContain("{", "none");
                            assertThat(shown.more()).doesNotContain("{", "none").isNotEqualTo(detail);
                        });
            }
        }
    }

    private static StationPage withAlarm(StationPage.Alarm alarm) {
        StationPage page = page(List.of(), List.of());
        return new StationPage(
                page.id(),
                page.branch(),
                page.branchName(),
                page.online(),
                page.heardAt(),
                page.waiting(),
                page.doors(),
                page.bins(),
                page.doing(),
                page.unwell(),
                List.of(alarm),
                page.happened(),
                page.zone());
    }

    @Test
    void steppingStonesAreLeftOut() {
        var lines = List.of(
                new StationPage.Happening(NOW, "door-intended", everything("load")),
                new StationPage.Happening(NOW, "door-confirmed", everything("load")));
        assertThat(said.view(page(List.of(), lines), NOW, Locale.ENGLISH).happened())
                .singleElement()
                .satisfies(line -> assertThat(line.what()).isEqualTo("Loaded into door 7: Dvēseļu putenis by Inese"));
    }

    @Test
    void everyDoorSaysItsStateAsWordAndLook() {
        List<StationPage.Door> doors = List.of(
                door("1", 0, 0, 1, Position.CLOSED, Use.FREE, 0),
                door("2", 1, 0, 1, Position.CLOSED, Use.HOLDING, 2),
                door("3", 2, 0, 1, Position.OPEN, Use.HOLDING, 1),
                door("4", 0, 1, 1, Position.CLOSED, Use.TO_INSPECT, 0),
                door("5", 2, 1, 1, Position.CLOSED, Use.JAMMED, 0),
                door("6", 0, 2, 3, Position.UNKNOWN, Use.FREE, 0));
        StationView view = said.view(page(doors, List.of()), NOW, Locale.ENGLISH);
        assertThat(view.doors())
                .extracting(StationView.Door::state)
                .containsExactly("free", "ready", "open", "look", "jammed", "silent");
        assertThat(view.doors().get(1)).satisfies(door -> {
            assertThat(door.word()).isEqualTo("ready");
            assertThat(door.more()).isEqualTo("A.K. · 2 items");
            assertThat(door.place()).isEqualTo("x1 y0 w1 h1");
        });
        assertThat(view.screen()).isEqualTo("x1 y1 w1 h1");
        assertThat(view.heard()).isEqualTo("4 sec ago");
        assertThat(view.figures()).extracting(StationView.Figure::number).startsWith("1", "1");
    }

    @Test
    void aWallWhoseGapsAreNoRectangleShowsNoScreen() {
        List<StationPage.Door> doors = List.of(
                door("1", 0, 0, 1, Position.CLOSED, Use.FREE, 0), door("2", 1, 1, 1, Position.CLOSED, Use.FREE, 0));
        assertThat(said.view(page(doors, List.of()), NOW, Locale.ENGLISH).screen())
                .isEmpty();
        assertThat(said.view(page(List.of(), List.of()), NOW, Locale.ENGLISH).screen())
                .isEmpty();
    }

    private static StationPage.Door door(
            String id, int column, int row, int columns, Position position, Use use, int items) {
        var plan = new CompartmentPlan(new CompartmentId(id), Size.S, Height.MIDDLE, column, row, columns, 1);
        return new StationPage.Door(plan, position, use, items > 0 ? Optional.of("A.K.") : Optional.empty(), items);
    }

    private static StationPage page(List<StationPage.Door> doors, List<StationPage.Happening> happened) {
        return new StationPage(
                "entrance-1",
                "ilukste",
                Map.of("en", "Ilūkste"),
                true,
                Optional.of(NOW.minusSeconds(4)),
                0,
                doors,
                List.of(),
                Doing.IDLE,
                List.of(),
                List.of(),
                happened,
                "Europe/Riga");
    }

    private static Map<String, String> everything(String purpose) {
        return Map.ofEntries(
                Map.entry("purpose", purpose),
                Map.entry("door", "7"),
                Map.entry("bin", "1"),
                Map.entry("title", "Dvēseļu putenis"),
                Map.entry("patron", "A.K."),
                Map.entry("staff", "Inese"),
                Map.entry("due", "2026-12-14"),
                Map.entry("more", "2"),
                Map.entry("items", "38"),
                Map.entry("reason", "BIN_FULL"),
                Map.entry("part", "scanner"),
                Map.entry("well", "true"));
    }

    private static List<String> kinds() {
        JsonSubTypes types = Objects.requireNonNull(StationEvent.class.getAnnotation(JsonSubTypes.class));
        List<String> kinds = new ArrayList<>(
                Arrays.stream(types.value()).map(JsonSubTypes.Type::name).toList());
        kinds.addAll(List.of("link-online", "link-offline", "discrepancy-closed"));
        return kinds;
    }
}
