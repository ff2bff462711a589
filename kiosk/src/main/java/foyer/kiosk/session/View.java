package foyer.kiosk.session;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One screen: one question. Each says what it asks and which {@link Touch}es answer it. */
public sealed interface View {

    /** Before the first word from the server: nobody can be served yet. */
    record Starting() implements View {}

    /** "Scan your card to collect your books." Answers: a scan, {@link Touch.Return}, {@link Touch.TypeCard}. */
    record Welcome(Returns returns) implements View {}

    /** "Your card number." Answers: {@link Touch.CardTyped}, {@link Touch.Back}. */
    record CardNumber(boolean malformed) implements View {}

    /** "Your PIN." Answers: {@link Touch.PinTyped}, {@link Touch.Back}. {@code again}: the last one was not accepted. */
    record Pin(boolean again, boolean staff) implements View {}

    /** The PIN is being checked; nothing to touch. */
    record Checking() implements View {}

    /** "2 books are waiting for you." Answers: {@link Touch.Choose}, {@link Touch.Open}, {@link Touch.Finish}. */
    record Ready(List<Line> lines) implements View {
        public Ready {
            lines = List.copyOf(lines);
        }

        /** The door that {@link Touch.Open} opens next, empty when no line is chosen. */
        public Optional<CompartmentId> next() {
            return lines.stream().filter(Line::chosen).map(Line::door).findFirst();
        }
    }

    /** The lock is being pulsed; nothing to touch. */
    record Opening(CompartmentId door) implements View {}

    /** "Door 7 is open." Take these, close it. Answers: the door's closing. {@code late}: it has stood open too long. */
    record DoorOpen(CompartmentId door, List<Line> take, boolean late) implements View {
        public DoorOpen {
            take = List.copyOf(take);
        }
    }

    /** "Have you taken your books?" The door is closed. Answers: {@link Touch.Taken}, {@link Touch.Reopen} if it may. */
    record TakeBooks(CompartmentId door, List<Line> taken, boolean reopen) implements View {
        public TakeBooks {
            taken = List.copyOf(taken);
        }
    }

    /** "Scan the book." Answers: a scan, {@link Touch.Done}. */
    record ScanReturn(List<Returned> returned) implements View {
        public ScanReturn {
            returned = List.copyOf(returned);
        }
    }

    /** "Drop the book into the flap." Answers: the drop; the flap's closing. */
    record DropReturn(BinId bin, Book book, List<Returned> returned) implements View {
        public DropReturn {
            returned = List.copyOf(returned);
        }
    }

    /**
     * What staff can do: scan an item to load it, look into a door, say that a bin was emptied. Answers: a scan, {@link
     * Touch.Inspect}, {@link Touch.BinEmptied}, Finish.
     */
    record StaffHome(
            List<Book> toLoad, List<CompartmentId> toInspect, int free, List<Bin> bins, Optional<StaffNote> note)
            implements View {
        public StaffHome {
            toLoad = List.copyOf(toLoad);
            toInspect = List.copyOf(toInspect);
            bins = List.copyOf(bins);
        }
    }

    /** "Is bin 1 empty?" Answers: {@link Touch.SeenEmpty}, {@link Touch.Back}. */
    record BinConfirm(BinId bin, int dropped) implements View {}

    /** "Put the book into door 7 and close it." Answers: the door's closing. */
    record LoadDoor(CompartmentId door, Book book, boolean late) implements View {}

    /** "Is the book in door 7?" Answers: {@link Touch.Loaded}, {@link Touch.Reopen}. */
    record LoadConfirm(CompartmentId door, Book book) implements View {}

    /** "Take out what is in door 7 and close it." Answers: the door's closing. */
    record InspectDoor(CompartmentId door, boolean late) implements View {}

    /** "Is door 7 empty?" Answers: {@link Touch.SeenEmpty}, {@link Touch.Reopen}. */
    record InspectConfirm(CompartmentId door) implements View {}

    /** What went wrong, what to do, who helps. Answers: {@link Touch.Ok}, and for some {@link Touch.Retry}. */
    record Trouble(What what, Optional<CompartmentId> door, boolean retry) implements View {}

    /** {@code door}: where it waits; {@code due}: when it is to be back if taken today. */
    record Line(HoldId hold, String title, String author, CompartmentId door, LocalDate due, boolean chosen) {}

    /** {@code dropped}: books counted in since it was last emptied; {@code capacity}: it takes no more than so many. */
    record Bin(BinId id, int dropped, int capacity) {}

    record Book(ItemBarcode item, Optional<String> title, Optional<String> author) {}

    /** {@code quarantineDays}: how long it rests; {@code at}: when it was taken. */
    record Returned(Book book, Result result, Instant at, int quarantineDays) {
        public enum Result {
            RECEIVED,
            /** Not this network's: the person keeps it. */
            NOT_OURS,
            /** The flap closed and nothing had dropped: the loan goes on. */
            NOT_DROPPED
        }
    }

    /** Whether a return can be brought now. */
    sealed interface Returns {
        /** @param room for about so many books */
        record Taken(int room) implements Returns {}

        /** @param from when they are taken again */
        record Closed(Instant from) implements Returns {}

        record Full() implements Returns {}
    }

    /** The answer to what staff did last. */
    enum StaffNote {
        NOT_TO_LOAD,
        NO_COMPARTMENT,
        LOADED,
        EMPTIED,
        BIN_EMPTIED,
        BIN_IN_USE
    }

    enum What {
        /** One answer for both, so that nobody learns which cards exist. */
        CARD_OR_PIN,
        TOO_MANY_ATTEMPTS,
        UNREADABLE_BARCODE,
        /** A barcode that is neither a card nor one of our items. */
        UNKNOWN_BARCODE,
        NOTHING_READY,
        /** The door stayed closed after its pulses; the books are safe. */
        DOOR_DID_NOT_OPEN,
        /** A door was open and the station stopped, or its sensor cannot be read. */
        DOOR_UNKNOWN,
        WRONG_DOOR,
        /** A door stands open from an earlier visit: close it first. */
        CLOSE_DOOR_FIRST,
        FLAP_DID_NOT_OPEN,
        BIN_FULL,
        RETURNS_CLOSED,
        OUT_OF_ORDER
    }
}
