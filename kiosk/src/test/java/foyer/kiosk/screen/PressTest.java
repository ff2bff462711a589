package foyer.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real presses, through the mirror over HTTP: every control of every screen sends the one intent its view names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PressTest {
    private static final Set<String> ALWAYS =
            Set.of("lang-lv", "lang-el", "lang-en", "lang-ru", "low", "contrast", "larger");

    private final List<Touch> touches = new CopyOnWriteArrayList<>();
    private final Screens screens = Screens.start(ScreenOptions.noDisplay().withMirror(0, Finger.TOKEN), touches::add);
    private final Finger finger = new Finger(screens.mirrorPort().orElseThrow());
    private long visit;

    @BeforeEach
    void nothingTouched() {
        touches.clear();
    }

    @AfterAll
    void stop() {
        screens.close();
    }

    static Stream<Arguments> answers() {
        CompartmentId seven = Samples.SEVEN;
        return Stream.of(
                Arguments.of(new View.Starting(), Map.of()),
                Arguments.of(
                        new View.Welcome(new View.Returns.Taken(60)),
                        Map.of("return", new Touch.Return(), "typeCard", new Touch.TypeCard())),
                Arguments.of(new View.Checking(), Map.of()),
                Arguments.of(
                        new View.Ready(Samples.two()),
                        Map.of(
                                "choose-h1", new Touch.Choose(new HoldId("h1"), false),
                                "choose-h2", new Touch.Choose(new HoldId("h2"), false),
                                "open", new Touch.Open(),
                                "finish", new Touch.Finish())),
                Arguments.of(
                        new View.Ready(List.of(Samples.line("h1", "Straumēni", "", false))),
                        Map.of(
                                "choose-h1", new Touch.Choose(new HoldId("h1"), true),
                                "finish", new Touch.Finish())),
                Arguments.of(new View.Opening(seven), Map.of()),
                Arguments.of(new View.DoorOpen(seven, Samples.two(), false), Map.of()),
                Arguments.of(
                        new View.TakeBooks(seven, Samples.two(), true),
                        Map.of("taken", new Touch.Taken(), "reopen", new Touch.Reopen())),
                Arguments.of(new View.TakeBooks(seven, Samples.two(), false), Map.of("taken", new Touch.Taken())),
                Arguments.of(new View.ScanReturn(Samples.returned()), Map.of("done", new Touch.Done())),
                Arguments.of(new View.DropReturn(new BinId("A"), Samples.UNTITLED, Samples.returned()), Map.of()),
                Arguments.of(
                        new View.StaffHome(
                                List.of(),
                                List.of(seven, new CompartmentId("12")),
                                3,
                                Samples.bins(),
                                Optional.empty()),
                        Map.of(
                                "empty-1", new Touch.BinEmptied(new BinId("1")),
                                "empty-2", new Touch.BinEmptied(new BinId("2")),
                                "inspect-7", new Touch.Inspect(seven),
                                "inspect-12", new Touch.Inspect(new CompartmentId("12")),
                                "finish", new Touch.Finish())),
                Arguments.of(new View.LoadDoor(seven, Samples.UNTITLED, false), Map.of()),
                Arguments.of(
                        new View.LoadConfirm(seven, Samples.UNTITLED),
                        Map.of("loaded", new Touch.Loaded(), "reopen", new Touch.Reopen())),
                Arguments.of(new View.InspectDoor(seven, false), Map.of()),
                Arguments.of(
                        new View.InspectConfirm(seven),
                        Map.of("seenEmpty", new Touch.SeenEmpty(), "reopen", new Touch.Reopen())),
                Arguments.of(
                        new View.BinConfirm(new BinId("1"), 38),
                        Map.of("seenEmpty", new Touch.SeenEmpty(), "back", new Touch.Back())),
                Arguments.of(
                        new View.Trouble(View.What.BIN_FULL, Optional.empty(), false), Map.of("ok", new Touch.Ok())),
                Arguments.of(
                        new View.Trouble(View.What.DOOR_DID_NOT_OPEN, Optional.of(seven), true),
                        Map.of("ok", new Touch.Ok(), "retry", new Touch.Retry())));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void eachControlSendsItsIntent(View view, Map<String, Touch> answers) throws Exception {
        show(view);
        Set<String> shown = new TreeSet<>(finger.ids());
        shown.removeAll(ALWAYS);
        assertThat(shown).isEqualTo(new TreeSet<>(answers.keySet()));
        for (Map.Entry<String, Touch> answer : answers.entrySet()) {
            show(view);
            touches.clear();
            finger.press(answer.getKey());
            assertThat(touches).containsExactly(answer.getValue());
        }
    }

    @Test
    void aSecondPressWaitsForTheNextFrame() throws Exception {
        show(new View.Ready(Samples.two()));
        Finger.Control open = finger.controls().stream()
                .filter(control -> control.id().equals("open"))
                .findFirst()
                .orElseThrow();
        finger.press(open);
        finger.press(open);
        assertThat(touches).containsExactly(new Touch.Open());
        assertThat(finger.ids()).doesNotContain("open", "choose-h1", "finish").contains("larger");
        screens.show(Samples.frame(visit, new View.Ready(Samples.two())));
        await().untilAsserted(() -> assertThat(finger.ids()).contains("open"));
        finger.press(open);
        assertThat(touches).containsExactly(new Touch.Open(), new Touch.Open());
    }

    @Test
    void withoutAnAnswerThePersonMayPressAgain() throws Exception {
        show(new View.Ready(Samples.two()));
        finger.press("open");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(finger.ids()).contains("open"));
        finger.press("open");
        assertThat(touches).containsExactly(new Touch.Open(), new Touch.Open());
    }

    @Test
    void thePinIsTypedOnThePad() throws Exception {
        show(new View.Pin(false, false));
        assertThat(finger.ids()).doesNotContain("enter");
        for (String digit : List.of("1", "9", "0", "7")) {
            finger.press("digit-" + digit);
        }
        finger.press("erase");
        finger.press("digit-4");
        finger.press("enter");
        assertThat(touches.getFirst()).isEqualTo(new Touch.Active());
        assertThat(touches.getLast()).isEqualTo(new Touch.PinTyped("1904"));
        assertThat(touches).filteredOn(touch -> touch instanceof Touch.PinTyped).hasSize(1);
        // Wiped when sent: nothing is left to send again.
        screens.show(Samples.frame(visit, new View.Pin(false, false)));
        await().untilAsserted(() -> assertThat(finger.ids()).contains("back"));
        assertThat(finger.ids()).doesNotContain("enter");
    }

    @Test
    void theCardNumberIsTypedOnAKeyboard() throws Exception {
        show(new View.CardNumber(false));
        assertThat(finger.ask("POST", "/type?keys=3023400051%0A", Finger.TOKEN).statusCode())
                .isEqualTo(204);
        await().untilAsserted(() -> assertThat(touches).contains(new Touch.CardTyped("3023400051")));
        show(new View.CardNumber(true));
        touches.clear();
        finger.press("back");
        assertThat(touches).containsExactly(new Touch.Back());
    }

    @Test
    void theNextPersonFindsTheBranchsOwnSettings() throws Exception {
        show(new View.Welcome(new View.Returns.Taken(60)));
        for (String setting : List.of("lang-ru", "low", "contrast", "larger")) {
            finger.press(setting);
        }
        assertThat(texts()).contains("Сдать книги");
        assertThat(pressed("low", "contrast", "larger")).containsExactly(true, true, true);
        screens.show(Samples.frame(visit, new View.Welcome(new View.Returns.Full())));
        await().untilAsserted(() ->
                assertThat(finger.ask("GET", "/view", Finger.TOKEN).body()).contains("Welcome"));
        assertThat(texts()).contains("Сдать книги");
        show(new View.Welcome(new View.Returns.Taken(60)));
        assertThat(texts()).contains("Return books").doesNotContain("Сдать книги");
        assertThat(pressed("low", "contrast", "larger")).containsExactly(false, false, false);
        assertThat(touches).isNotEmpty().allMatch(touch -> touch instanceof Touch.Active);
    }

    @Test
    void longListsTurnByAButton() throws Exception {
        show(new View.Ready(Samples.ten()));
        Set<String> seen = new TreeSet<>();
        for (int page = 0; page < 4; page++) {
            finger.ids().stream().filter(id -> id.startsWith("choose-")).forEach(seen::add);
            finger.press("more");
        }
        assertThat(seen).hasSize(10);
        assertThat(finger.ids()).contains("choose-h1");
    }

    @Test
    void readingAloudIsOfferedOnlyWhereItWorks(@TempDir Path folder) throws Exception {
        show(new View.Checking());
        assertThat(finger.ids()).doesNotContain("read");
        Path said = folder.resolve("said.en");
        ScreenOptions speaking = ScreenOptions.noDisplay()
                .withMirror(0, Finger.TOKEN)
                .withSpeech(List.of("sh", "-c", "cat > " + folder.resolve("said") + ".{language}"));
        try (Screens other = Screens.start(speaking, touches::add)) {
            other.show(Samples.frame(1, new View.Checking()));
            Finger there = new Finger(other.mirrorPort().orElseThrow());
            await().untilAsserted(() -> assertThat(there.ids()).contains("read"));
            there.press("read");
            await().untilAsserted(() -> assertThat(said).exists());
            await().untilAsserted(() ->
                    assertThat(Files.readString(said)).isEqualTo("One moment\nWe are checking your PIN."));
        }
    }

    @Test
    void theMirrorShowsThePictureAndTellsOfChanges() throws Exception {
        show(new View.Checking());
        var picture = ImageIO.read(new ByteArrayInputStream(finger.picture()));
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(800);
        assertThat(picture.getRGB(640, 100) & 0xFFFFFF).isEqualTo(0xFBF8F3);
        String before = finger.ask("GET", "/view", Finger.TOKEN).body();
        assertThat(before).contains("\"view\":\"Checking\"").contains("\"visit\":" + visit);
        long painted = Long.parseLong(before.replaceAll(".*\"painted\":(\\d+).*", "$1"));
        CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> changes(painted));
        screens.show(Samples.frame(++visit, new View.Opening(Samples.SEVEN)));
        assertThat(next.get()).contains("\"view\":\"Opening\"");
    }

    private String changes(long after) {
        try {
            return finger.ask("GET", "/changes?after=" + after, Finger.TOKEN).body();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void theMirrorAsksForItsToken() throws Exception {
        show(new View.Welcome(new View.Returns.Taken(60)));
        for (String path : List.of("/screen.png", "/controls", "/view", "/changes?after=-1", "/press?x=1&y=1")) {
            assertThat(finger.ask("GET", path, "wrong").statusCode()).isEqualTo(401);
            assertThat(finger.ask("GET", path, "").statusCode()).isEqualTo(401);
        }
        assertThat(finger.ask("GET", "/view?token=" + Finger.TOKEN, "wrong").statusCode())
                .as("a wrong header is not mended by the query")
                .isEqualTo(401);
        assertThat(finger.ask("GET", "/view?token=" + Finger.TOKEN, "").statusCode())
                .isEqualTo(200);
        assertThat(finger.ask("GET", "/press?x=1&y=1", Finger.TOKEN).statusCode())
                .isEqualTo(405);
        assertThat(finger.ask("POST", "/press?x=a&y=1", Finger.TOKEN).statusCode())
                .isEqualTo(400);
        assertThat(finger.ask("POST", "/type?keys=abc", Finger.TOKEN).statusCode())
                .isEqualTo(400);
        assertThat(touches).isEmpty();
    }

    private void show(View view) {
        long wanted = ++visit;
        screens.show(Samples.frame(wanted, view));
        await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> assertThat(
                        finger.ask("GET", "/view", Finger.TOKEN).body())
                .contains("\"visit\":" + wanted + ","));
    }

    private List<String> texts() throws Exception {
        return finger.controls().stream().map(Finger.Control::text).toList();
    }

    private List<Boolean> pressed(String... ids) {
        return Screens.onScreenThread(() -> {
            List<Boolean> on = new ArrayList<>();
            for (String id : ids) {
                on.add(screens.shell().canvas().lookup("#" + id) instanceof javafx.scene.control.ToggleButton button
                        && button.isSelected());
            }
            return on;
        });
    }
}
