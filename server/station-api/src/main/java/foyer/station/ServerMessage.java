package foyer.station;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the server says to a station. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ServerMessage.Resend.class, name = "resend"),
    @JsonSubTypes.Type(value = ServerMessage.Desired.class, name = "desired"),
})
public sealed interface ServerMessage {

    /** Every event of {@code epoch} up to and including {@code seq} is in the ledger. Contiguous: never the highest seen. */
    record Ack(Epoch epoch, long seq) implements ServerMessage {
        public Ack {
            Range.atLeast(0, "seq", seq);
        }
    }

    /** Send again, from this seq on: something before what arrived is missing. */
    record Resend(Epoch epoch, long from) implements ServerMessage {
        public Resend {
            Range.atLeast(1, "from", from);
        }
    }

    /**
     * All the station needs to act alone, as one whole: a newer version replaces an older one, an older or equal one is
     * ignored. Travels only inside a {@link Signed}, and is personal, so never retained.
     */
    record Desired(
            long version,
            Instant issuedAt,
            Branch branch,
            Rules rules,
            List<Reader> readers,
            List<Staff> staff,
            List<ToLoad> toLoad,
            List<Reserved> reserved,
            List<Grant> grants,
            List<KnownItem> onLoan)
            implements ServerMessage {
        public Desired {
            Range.atLeast(1, "version", version);
            readers = List.copyOf(readers);
            staff = List.copyOf(staff);
            toLoad = List.copyOf(toLoad);
            reserved = List.copyOf(reserved);
            grants = List.copyOf(grants);
            onLoan = List.copyOf(onLoan);
        }
    }

    /**
     * @param name the branch by language ({@code lv, el, en, ru}); the branch's own language is always there
     * @param languages offered, the branch's own first
     */
    record Branch(Map<String, String> name, String phone, ZoneId zone, List<String> languages) {
        public Branch {
            name = Map.copyOf(name);
            languages = List.copyOf(languages);
        }
    }

    /**
     * The network's policy as far as a station decides by it.
     *
     * @param release what opens a compartment
     * @param cardFormat a regular expression a library card matches as a whole; the check digit is said apart
     * @param itemFormat the same for this network's items; any other barcode is not ours
     * @param luhn the last digit of 14-digit numbers is a Luhn check digit
     * @param returns whether returns are taken, and when not, from when on
     * @param quarantineDays how long a return rests, to be said on the screen
     */
    record Rules(
            Release release,
            String cardFormat,
            String itemFormat,
            boolean luhn,
            ReturnWindow returns,
            int quarantineDays,
            int binCapacity) {
        public Rules {
            Range.atLeast(0, "quarantineDays", quarantineDays);
            Range.atLeast(0, "binCapacity", binCapacity);
        }
    }

    enum Release {
        CARD_AND_PIN,
        CARD_ONLY
    }

    /** Returns are taken from {@code opensAt} until {@code closesAt}. */
    record ReturnWindow(Instant opensAt, Instant closesAt) {}

    /**
     * A patron this station may meet.
     *
     * @param cardMac HMAC-SHA256 of the card number under the station's card key, in hexadecimal; a plain hash of a
     *     printed number could be found by trying them all
     * @param pinHash Argon2id in PHC form
     * @param low wants a compartment that can be reached sitting
     */
    record Reader(PatronId patron, String cardMac, String pinHash, boolean low) {
        /** Without what a stolen log could be searched with. */
        @Override
        public String toString() {
            return "Reader[" + patron + "]";
        }
    }

    /** A member of staff who may load and inspect here; as {@link Reader}. */
    record Staff(StaffId staff, String badgeMac, String pinHash) {
        /** As {@link Reader#toString}. */
        @Override
        public String toString() {
            return "Staff[" + staff + "]";
        }
    }

    /** A confirmed hold whose item may be put into a compartment. */
    record ToLoad(HoldId hold, OrderId order, PatronId patron, ItemBarcode item, String title, String author) {}

    /** A compartment that is kept for a patron who comes at an agreed time: nobody else's items are put into it. */
    record Reserved(CompartmentId door, PatronId patron) {}

    /** The right of one patron to open the compartment that holds one of these holds. */
    record Grant(OrderId order, PatronId patron, List<Granted> items) {
        public Grant {
            items = List.copyOf(items);
        }
    }

    /** @param loanDays how long it is lent when taken; the due date on the receipt */
    record Granted(HoldId hold, ItemBarcode item, String title, String author, int loanDays) {
        public Granted {
            Range.atLeast(0, "loanDays", loanDays);
        }
    }

    /** An item on loan, so that a return can be greeted by its title. */
    record KnownItem(ItemBarcode item, String title, String author) {}
}
