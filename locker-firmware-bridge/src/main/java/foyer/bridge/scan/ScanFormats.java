package foyer.bridge.scan;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** All formats of a library. With none of them, every code is as good as another. */
public record ScanFormats(List<ScanFormat> formats) {
    /** For a library that has not said what its codes look like. */
    public static final ScanFormats ANY = new ScanFormats(List.of());

    public ScanFormats {
        formats = List.copyOf(formats);
    }

    /** The first format a code fits, in the order of the file. */
    public Optional<ScanFormat> fitting(Scanned.Barcode barcode) {
        return formats.stream()
                .filter(format -> format.misfit(format.bare(barcode.text(), barcode.symbology()), barcode.symbology())
                        .isEmpty())
                .findFirst();
    }

    /** Hands a code on as it is to be used, or says why it is none of this library's without repeating it. */
    public Scanned judge(Scanned.Barcode barcode) {
        if (formats.isEmpty()) {
            return barcode;
        }
        return fitting(barcode)
                .<Scanned>map(format ->
                        new Scanned.Barcode(format.bare(barcode.text(), barcode.symbology()), barcode.symbology()))
                .orElseGet(() -> new Scanned.Unreadable("it fits no format of this library: " + misfits(barcode)));
    }

    private String misfits(Scanned.Barcode barcode) {
        StringJoiner words = new StringJoiner("; ");
        for (ScanFormat format : formats) {
            String text = format.bare(barcode.text(), barcode.symbology());
            format.misfit(text, barcode.symbology()).ifPresent(why -> words.add("as " + format.name() + " " + why));
        }
        return words.toString();
    }
}
