package foyer.kiosk.scan;

import foyer.bridge.Scan;
import foyer.kiosk.circulation.Barcode;
import foyer.kiosk.circulation.Barcode.Formats;
import foyer.kiosk.circulation.Input;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reads barcodes by the formats last set; safe from any thread. */
public final class Barcodes {
    private final CardKey key;
    private final AtomicReference<Optional<Formats>> formats = new AtomicReference<>(Optional.empty());

    public Barcodes(CardKey key) {
        this.key = key;
    }

    /** From now on by these. */
    public void follow(Formats next) {
        formats.set(Optional.of(next));
    }

    /** Empty before the server has said what a card looks like: nobody can be served then. */
    public Optional<Input> scanned(Scan scan) {
        return read(scan.text()).map(Input.Scanned::new);
    }

    /** As {@link #scanned}, for a number typed at the touchscreen. */
    public Optional<Input> typed(String number) {
        return read(number.strip()).map(Input.CardTyped::new);
    }

    private Optional<Barcode> read(String text) {
        return formats.get().map(known -> Barcode.read(text, key.mac(text), known));
    }
}
