package foyer.kiosk.session;

import foyer.kiosk.circulation.Input;
import foyer.kiosk.scan.Barcodes;
import java.util.Optional;

/** A press on the touchscreen as an input of circulation. */
final class Touches {
    private Touches() {}

    static Optional<Input> input(Touch touch, Barcodes barcodes) {
        return switch (touch) {
            case Touch.CardTyped(String number) -> barcodes.typed(number);
            case Touch.PinTyped(String pin) -> Optional.of(new Input.PinTyped(pin));
            case Touch.Choose choose -> Optional.of(new Input.Choose(choose.hold(), choose.chosen()));
            case Touch.Inspect inspect -> Optional.of(new Input.Inspect(inspect.door()));
            case Touch.BinEmptied emptied -> Optional.of(new Input.EmptyBin(emptied.bin()));
            case Touch.Active touched -> key(Input.Key.ACTIVE);
            case Touch.Return touched -> key(Input.Key.RETURN);
            case Touch.TypeCard touched -> key(Input.Key.TYPE_CARD);
            case Touch.Open touched -> key(Input.Key.OPEN);
            case Touch.Retry touched -> key(Input.Key.RETRY);
            case Touch.Taken touched -> key(Input.Key.TAKEN);
            case Touch.Reopen touched -> key(Input.Key.REOPEN);
            case Touch.Loaded touched -> key(Input.Key.LOADED);
            case Touch.SeenEmpty touched -> key(Input.Key.SEEN_EMPTY);
            case Touch.Done touched -> key(Input.Key.DONE);
            case Touch.Back touched -> key(Input.Key.BACK);
            case Touch.Ok touched -> key(Input.Key.OK);
            case Touch.Finish touched -> key(Input.Key.FINISH);
        };
    }

    private static Optional<Input> key(Input.Key key) {
        return Optional.of(new Input.Pressed(key));
    }
}
