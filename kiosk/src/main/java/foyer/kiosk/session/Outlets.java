package foyer.kiosk.session;

import foyer.kiosk.circulation.Effect;
import foyer.station.StationState;
import java.util.function.Consumer;

/**
 * Where a session's results go; none of them may make it wait.
 *
 * @param doors pulses a lock; its answer comes back as an input
 * @param sensors asks for every sensor's word once more
 * @param facts something was committed that the server has not got yet
 */
public record Outlets(
        Consumer<Effect.OpenDoor> doors,
        Consumer<Effect.OpenFlap> flaps,
        Runnable sensors,
        Consumer<Frame> frames,
        Consumer<StationState> pictures,
        Runnable facts) {}
