package foyer.kiosk.screen;

import foyer.kiosk.screen.mirror.Mirror;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.Touch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The touchscreen: shows frames, hands back touches. */
public final class Screens implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Screens.class);
    /** The screen thread closes a window at once, or it is not there any more. */
    private static final long CLOSE_MS = 1_000;

    private final AtomicReference<@Nullable Frame> next = new AtomicReference<>();
    private final Shell shell;
    private final Stage stage;
    private Optional<Mirror> mirror = Optional.empty();

    private Screens(Shell shell, Stage stage) {
        this.shell = shell;
        this.stage = stage;
    }

    /**
     * Starts JavaFX if this process has not yet, and the window (or, headless, the picture in memory). Returns when it
     * can be seen. Until the first {@link #show} it is blank paper.
     *
     * @param touches called on the JavaFX thread, one touch per press; must only hand over and return
     * @throws UncheckedIOException when the mirror's port is taken
     * @throws IllegalStateException when JavaFX already runs in this process the other way, with or without a display
     */
    public static Screens start(ScreenOptions options, Consumer<Touch> touches) {
        Toolkit.start(options.headless());
        Screens screens = onScreenThread(() -> open(options, touches));
        if (options.mirrorPort().isPresent()) {
            try {
                screens.mirror = Optional.of(
                        Mirror.start(options.mirrorPort().getAsInt(), options.mirrorToken(), screens.shell));
            } catch (IOException portTaken) {
                screens.close();
                throw new UncheckedIOException(portTaken);
            }
        }
        return screens;
    }

    private static Screens open(ScreenOptions options, Consumer<Touch> touches) {
        Shell shell = new Shell(options, touches);
        Scene scene = new Scene(shell.root(), Shell.WIDTH, Shell.HEIGHT);
        shell.listenTo(scene);
        Stage stage = new Stage();
        stage.setTitle("Foyer");
        stage.setScene(scene);
        if (options.fullScreen() && !options.headless()) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
        }
        stage.show();
        return new Screens(shell, stage);
    }

    /** From any thread: a scanner types into the window from now on, and its keys are told from a person's. */
    public void sortedBy(Keys keys) {
        Platform.runLater(() -> shell.sortedBy(keys));
    }

    /** From any thread. Never waits; when frames come faster than they can be painted, only the newest is. */
    public void show(Frame frame) {
        if (next.getAndSet(frame) == null) {
            Platform.runLater(this::paintNewest);
        }
    }

    private void paintNewest() {
        Frame newest = next.getAndSet(null);
        if (newest != null) {
            shell.show(newest);
        }
    }

    /** Where the mirror listens on 127.0.0.1, empty without one. */
    public OptionalInt mirrorPort() {
        return mirror.map(started -> OptionalInt.of(started.port())).orElseGet(OptionalInt::empty);
    }

    /** For tests of this package: what is on the screen, to be looked at on the JavaFX thread only. */
    Shell shell() {
        return shell;
    }

    /**
     * Closes the mirror and the window. JavaFX itself goes on, so that another may be started; but when the process is
     * being ended JavaFX may have gone first, and with it the window and the thread that would have closed it.
     */
    @Override
    public void close() {
        mirror.ifPresent(Mirror::close);
        CompletableFuture<Boolean> closed = later(() -> {
            shell.close();
            stage.close();
            return true;
        });
        try {
            closed.get(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException gone) {
            LOG.debug("JavaFX has ended before its window was closed");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the window could not be closed", failed);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends JavaFX, whose thread would keep the process alive; nothing can be shown in this process afterwards. */
    public static void leave() {
        Platform.exit();
    }

    static <T> T onScreenThread(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        return later(work).join();
    }

    private static <T> CompletableFuture<T> later(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }
}
