package foyer.kiosk.screen;

import foyer.kiosk.screen.mirror.Mirrored;
import foyer.kiosk.screen.model.Language;
import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Setting;
import foyer.kiosk.screen.model.Typed;
import foyer.kiosk.screen.model.Words;
import foyer.kiosk.screen.view.Fit;
import foyer.kiosk.screen.view.Kit;
import foyer.kiosk.screen.view.LanguageChoice;
import foyer.kiosk.screen.view.Views;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.Touch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What stays on every screen (header and footer), the place between them, and one person's settings. All on the JavaFX
 * thread.
 */
final class Shell implements Mirrored, Kit.Press {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass LARGER = PseudoClass.getPseudoClass("larger");
    private static final PseudoClass CONTRAST = PseudoClass.getPseudoClass("contrast");
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    /** Somebody goes by keyboard: the focus is shown. */
    private static final PseudoClass KEYS = PseudoClass.getPseudoClass("keys");

    private final ScreenOptions options;
    private final Gate gate;
    private final Visit visit = new Visit();
    private final Map<Language, Words> words = new EnumMap<>(Language.class);
    private final VBox main = new VBox();
    private final BorderPane canvas = new BorderPane();
    private final Pane root;
    private final Header header;
    private final Footer footer;
    private final Optional<Speech> speech;
    private final Typing typing;
    private @Nullable Frame frame;
    private @Nullable Model model;
    /** A pressed button is disabled until the next frame and so loses the focus it is to have again. */
    private @Nullable String focusedAtPress;

    private long painted;
    private Runnable onPainted = () -> {};

    Shell(ScreenOptions options, Consumer<Touch> touches) {
        this.options = options;
        this.gate = new Gate(touches);
        this.speech = options.speech().isEmpty() ? Optional.empty() : Optional.of(new Speech(options.speech()));
        this.typing = new Typing(this, () -> Optional.ofNullable(model));
        this.header = new Header(this::speak);
        this.footer = new Footer(
                new Footer.Acts(
                        () -> set(visit::toggleLow),
                        () -> set(visit::toggleContrast),
                        () -> set(visit::toggleLarger),
                        this::readAloud,
                        () -> send(new Touch.Finish())),
                speech.isPresent(),
                gate.waiting());
        main.getStyleClass().add("main");
        canvas.setTop(header);
        canvas.setCenter(main);
        canvas.setBottom(footer);
        canvas.getStyleClass().add("canvas");
        canvas.pseudoClassStateChanged(DARK, options.dark());
        Fonts.choose(canvas);
        root = new Stretched(canvas, WIDTH, HEIGHT);
        for (String sheet : new String[] {"tokens.css", "kiosk.css"}) {
            root.getStylesheets()
                    .add(Objects.requireNonNull(Shell.class.getResource(sheet), sheet)
                            .toExternalForm());
        }
    }

    Parent root() {
        return root;
    }

    void listenTo(Scene scene) {
        typing.listenTo(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            // Digits may be a scanner's; whoever goes from button to button uses these.
            if (key.getCode() == KeyCode.TAB || key.getCode().isNavigationKey()) {
                canvas.pseudoClassStateChanged(KEYS, true);
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> canvas.pseudoClassStateChanged(KEYS, false));
    }

    void sortedBy(Keys keys) {
        typing.sortedBy(keys);
    }

    void show(Frame next) {
        Frame before = frame;
        boolean newVisit = before == null || before.visit() != next.visit();
        if (newVisit) {
            visit.startAgain(next.place());
            gate.nextVisit();
            speech.ifPresent(Speech::stop);
        }
        boolean otherScreen = newVisit
                || before == null
                || before.view().getClass() != next.view().getClass();
        if (otherScreen) {
            visit.firstPage();
        }
        boolean same = !newVisit
                && before != null
                && before.view().equals(next.view())
                && before.place().equals(next.place())
                && before.online() == next.online();
        frame = next;
        gate.open();
        if (same) {
            tick(next);
        } else {
            paint(next);
        }
        painted++;
        onPainted.run();
    }

    private void tick(Frame now) {
        header.tick(now, words());
        footer.tick(now, words());
    }

    private void paint(Frame now) {
        wipe();
        Optional<String> focused = Optional.ofNullable(focusedAtPress).or(this::focused);
        focusedAtPress = null;
        Setting setting = new Setting(words(), now.place(), now.online(), visit.larger(), visit.low(), visit.page());
        Model next = Model.of(now.view(), setting);
        model = next;
        main.setAlignment(visit.low() ? Pos.BOTTOM_CENTER : Pos.CENTER);
        canvas.pseudoClassStateChanged(LOW, visit.low());
        canvas.pseudoClassStateChanged(LARGER, visit.larger());
        canvas.pseudoClassStateChanged(CONTRAST, visit.contrast());
        header.paint(now, words(), visit, Visit.offered(now.place()));
        footer.paint(now, words(), visit);
        Node content = Views.paint(next, new Kit(setting, this, gate.waiting(), options.motion()));
        main.getChildren().setAll(visit.low() ? withLanguages(content, Visit.offered(now.place())) : List.of(content));
        Fit.into(canvas, main);
        focused.map(id -> canvas.lookup("#" + id)).ifPresentOrElse(Node::requestFocus, root::requestFocus);
    }

    /** In the low layout the languages stand below, in reach like everything else that can be touched. */
    private List<Node> withLanguages(Node content, List<Language> offered) {
        return offered.size() > 1
                ? List.of(content, LanguageChoice.of(offered, visit.language(), words(), this::speak))
                : List.of(content);
    }

    private Optional<String> focused() {
        return Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner).map(Node::getId);
    }

    private void wipe() {
        if (model != null) {
            model.typing().ifPresent(Typed::wipe);
        }
    }

    private Words words() {
        return words.computeIfAbsent(visit.language(), Words::new);
    }

    private void speak(Language language) {
        set(() -> visit.speak(language));
    }

    private void set(Runnable change) {
        change.run();
        speech.ifPresent(Speech::stop);
        repaint();
        active();
    }

    private void repaint() {
        if (frame != null) {
            paint(frame);
            painted++;
            onPainted.run();
        }
    }

    private void readAloud() {
        if (model != null) {
            String said = model.spoken();
            speech.ifPresent(reader -> reader.say(visit.language(), said));
        }
        active();
    }

    @Override
    public void send(Touch touch) {
        focusedAtPress = focused().orElse(focusedAtPress);
        gate.send(touch);
    }

    @Override
    public void enter() {
        if (model != null) {
            model.entered().ifPresent(this::send);
            wipe();
        }
    }

    @Override
    public void active() {
        gate.active();
    }

    @Override
    public void turnPage() {
        if (model != null) {
            visit.turn(model.pages());
            repaint();
        }
        active();
    }

    @Override
    public Parent canvas() {
        return canvas;
    }

    @Override
    public Optional<Frame> frame() {
        return Optional.ofNullable(frame);
    }

    @Override
    public long painted() {
        return painted;
    }

    @Override
    public void onPainted(Runnable listener) {
        onPainted = listener;
    }

    void close() {
        wipe();
        speech.ifPresent(Speech::stop);
    }
}
