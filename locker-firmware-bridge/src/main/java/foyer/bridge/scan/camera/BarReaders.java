package foyer.bridge.scan.camera;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.CodaBarReader;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code39Reader;
import com.google.zxing.oned.EAN13Reader;
import com.google.zxing.oned.OneDReader;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads a line of black and white as a code of bars, either way round. ITF is left out: parts of it read as codes. */
final class BarReaders {
    private final Map<Symbology, OneDReader> readers = new EnumMap<>(Symbology.class);

    BarReaders() {
        readers.put(Symbology.EAN_13, new EAN13Reader());
        readers.put(Symbology.CODE_128, new Code128Reader());
        readers.put(Symbology.CODABAR, new CodaBarReader());
        readers.put(Symbology.CODE_39, new Code39Reader());
    }

    Iterable<Symbology> symbologies() {
        return readers.keySet();
    }

    /** A code of one symbology on a line; the line may come back turned round. */
    Optional<Scanned.Barcode> read(Symbology symbology, BitArray bars) {
        Optional<Scanned.Barcode> there = oneWay(symbology, bars);
        if (there.isPresent()) {
            return there;
        }
        bars.reverse();
        return oneWay(symbology, bars);
    }

    private Optional<Scanned.Barcode> oneWay(Symbology symbology, BitArray bars) {
        OneDReader reader = readers.get(symbology);
        if (reader == null) {
            return Optional.empty();
        }
        try {
            String text = reader.decodeRow(0, bars, null).getText();
            return text.isEmpty() ? Optional.empty() : Optional.of(new Scanned.Barcode(text, Optional.of(symbology)));
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }
}
