package foyer.kiosk.session;

import foyer.kiosk.circulation.Effect;
import foyer.kiosk.circulation.Input;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Reader;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Checks PINs on a thread of its own, one at a time: hashing takes long on purpose, and the doors must not wait for it. */
final class PinCheck implements AutoCloseable {
    /** One visit checks one PIN; what waits beyond that is left over from visits that have ended. */
    private static final int MOST_WAITING = 4;

    private final Consumer<Input> answers;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "pin"),
            new ThreadPoolExecutor.DiscardOldestPolicy());
    private volatile PinHash nobodys = PinHash.nobodys(Optional.empty());

    PinCheck(Consumer<Input> answers) {
        this.answers = answers;
        // Loads and compiles what the first person would wait for.
        thread.execute(() -> nobodys.matches("0000"));
    }

    /** A check for nobody is to take as long as one for these readers. */
    void follow(Desired desired) {
        nobodys = PinHash.nobodys(
                desired.readers().stream().findFirst().map(Reader::pinHash).flatMap(PinHash::parse));
    }

    void check(Effect.CheckPin effect) {
        thread.execute(() -> {
            Optional<PinHash> known = effect.pinHash().flatMap(PinHash::parse);
            boolean right = known.orElse(nobodys).matches(effect.pin());
            answers.accept(new Input.PinChecked(effect.ticket(), right && known.isPresent()));
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
