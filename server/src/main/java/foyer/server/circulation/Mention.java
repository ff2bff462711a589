package foyer.server.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whom and what a fact is about, by id. Names are looked up when a page is drawn, so that what is erased is gone from
 * the past as well.
 *
 * @param extra what has no id: {@code reason, detail, expected, part, well, words,
 *     version, changed, reached, purpose, more, items}
 */
public record Mention(
        Optional<CompartmentId> door,
        Optional<BinId> bin,
        Optional<HoldId> hold,
        Optional<ItemBarcode> item,
        Optional<PatronId> patron,
        Optional<StaffId> staff,
        Map<String, String> extra) {
    public static final Mention NOTHING = new Mention(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public Mention {
        extra = Map.copyOf(extra);
    }

    public static Mention of(StationEvent event) {
        return switch (event) {
            case StationEvent.DoorIntended e -> opening(e.door(), e.purpose());
            case StationEvent.DoorOpened e -> opening(e.door(), e.purpose());
            case StationEvent.DoorClosed e -> opening(e.door(), e.purpose());
            case StationEvent.DoorConfirmed e -> opening(e.door(), e.purpose());
            case StationEvent.DoorJammed e -> opening(e.door(), e.purpose());
            case StationEvent.DoorUncertain e ->
                opening(e.door(), e.purpose()).with("reached", e.reached().name());
            case StationEvent.WrongDoor e ->
                of(e.target())
                        .with(
                                "changed",
                                e.changed().stream().map(CompartmentId::value).collect(Collectors.joining(", ")));
            case StationEvent.DoorForced e -> of(e.door());
            case StationEvent.ReturnIntended e -> drop(e.bin(), e.item());
            case StationEvent.FlapOpened e -> drop(e.bin(), e.item());
            case StationEvent.ReturnReceived e -> drop(e.bin(), e.item());
            case StationEvent.ReturnAbandoned e -> drop(e.bin(), e.item());
            case StationEvent.ReturnUncertain e -> drop(e.bin(), e.item());
            case StationEvent.BinEmptied e -> by(e.staff(), e.bin()).with("items", Integer.toString(e.items()));
            case StationEvent.Refused e ->
                NOTHING.with("reason", e.reason().name()).with("detail", e.detail());
            case StationEvent.HealthChanged e ->
                NOTHING.with("part", e.part())
                        .with("well", Boolean.toString(e.well()))
                        .with("words", e.words());
            case StationEvent.DesiredApplied e -> NOTHING.with("version", Long.toString(e.version()));
        };
    }

    public Mention with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(extra);
        more.put(key, value);
        return new Mention(door, bin, hold, item, patron, staff, more);
    }

    public Mention about(Hold other) {
        return new Mention(
                door,
                bin,
                Optional.of(other.id()),
                other.item(),
                Optional.of(other.facts().patron()),
                staff,
                extra);
    }

    public Mention about(HoldId other) {
        return new Mention(door, bin, Optional.of(other), item, patron, staff, extra);
    }

    public Mention about(PatronId other) {
        return new Mention(door, bin, hold, item, Optional.of(other), staff, extra);
    }

    public Mention about(BinId other) {
        return new Mention(door, Optional.of(other), hold, item, patron, staff, extra);
    }

    public Mention about(Loan.Facts loan) {
        return new Mention(door, bin, loan.hold(), Optional.of(loan.item()), Optional.of(loan.patron()), staff, extra);
    }

    public Mention by(StaffId other) {
        return new Mention(door, bin, hold, item, patron, Optional.of(other), extra);
    }

    public Mention about(ItemBarcode other) {
        return new Mention(door, bin, hold, Optional.of(other), patron, staff, extra);
    }

    public static Mention of(CompartmentId door) {
        return new Mention(
                Optional.of(door),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static Mention drop(BinId bin, ItemBarcode item) {
        return new Mention(
                Optional.empty(),
                Optional.of(bin),
                Optional.empty(),
                Optional.of(item),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private static Mention by(StaffId staff, BinId bin) {
        return new Mention(
                Optional.empty(),
                Optional.of(bin),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(staff),
                Map.of());
    }

    private static Mention opening(CompartmentId door, Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pickup p -> {
                Mention first = new Mention(
                        Optional.of(door),
                        Optional.empty(),
                        p.holds().stream().findFirst(),
                        Optional.empty(),
                        Optional.of(p.patron()),
                        Optional.empty(),
                        Map.of("purpose", "pickup"));
                int more = p.holds().size() - 1;
                yield more > 0 ? first.with("more", Integer.toString(more)) : first;
            }
            case Purpose.Load l ->
                new Mention(
                        Optional.of(door),
                        Optional.empty(),
                        Optional.of(l.hold()),
                        Optional.of(l.item()),
                        Optional.empty(),
                        Optional.of(l.staff()),
                        Map.of("purpose", "load"));
            case Purpose.Inspect i ->
                new Mention(
                        Optional.of(door),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(i.staff()),
                        Map.of("purpose", "inspect"));
        };
    }
}
