package foyer.server.circulation.policy;

import foyer.server.circulation.calendar.Count;
import foyer.server.circulation.calendar.Returns;
import foyer.station.ServerMessage.Release;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a library has decided for itself: data, never an {@code if} on a name. A branch's values stand over its
 * network's, and those over the usual ones.
 */
public record Policy(Map<Key, String> values) {
    /** What holds where nothing is said. */
    public static final Policy USUAL = new Policy(Map.of());

    private static final String OPENING = "opening";

    /** @throws IllegalArgumentException when a value does not have its key's form; the words name the key */
    public Policy {
        Map<Key, String> whole = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            String value = values.getOrDefault(key, key.usual());
            if (!key.form().fits().test(value)) {
                throw new IllegalArgumentException(
                        key.text() + " is " + key.form().words() + ", not " + value);
            }
            whole.put(key, value);
        }
        String from = whole.getOrDefault(Key.RETURN_FROM, "");
        String until = whole.getOrDefault(Key.RETURN_UNTIL, "");
        if (from.equals(OPENING) != until.equals(OPENING)) {
            throw new IllegalArgumentException("return-from and return-until are both times, or both opening");
        }
        if (!from.equals(OPENING) && !until.equals("00:00") && from.compareTo(until) >= 0) {
            throw new IllegalArgumentException("return-until is after return-from, not " + until);
        }
        values = Map.copyOf(whole);
    }

    /** @throws IllegalArgumentException when there is no such key, or a value does not have its form */
    public Policy with(Map<String, String> overrides) {
        Map<Key, String> all = new HashMap<>(values);
        overrides.forEach((key, value) -> all.put(
                Key.of(key).orElseThrow(() -> new IllegalArgumentException("there is no policy " + key)), value));
        return new Policy(all);
    }

    public Policy with(Key key, Object value) {
        return with(Map.of(key.text(), value.toString()));
    }

    public String value(Key key) {
        return values.getOrDefault(key, key.usual());
    }

    /** Some values by name, as a refusal or an explanation quotes them. */
    public Map<String, String> quote(Key... keys) {
        return Arrays.stream(keys).collect(Collectors.toMap(Key::text, this::value, (a, b) -> a, TreeMap::new));
    }

    public int number(Key key) {
        return Integer.parseInt(value(key));
    }

    private boolean yes(Key key) {
        return value(key).equals("yes");
    }

    public int holdLimit() {
        return number(Key.HOLD_LIMIT);
    }

    public int loanLimit() {
        return number(Key.LOAN_LIMIT);
    }

    public boolean queues() {
        return value(Key.HOLDS_ON).equals("available-or-queue");
    }

    public boolean reviewRequired() {
        return yes(Key.REVIEW_REQUIRED);
    }

    public LocalTime reviewFrom() {
        return LocalTime.parse(value(Key.REVIEW_FROM));
    }

    public LocalTime outcomeFrom() {
        return LocalTime.parse(value(Key.OUTCOME_FROM));
    }

    public boolean collectedWhereOwned() {
        return value(Key.PICKUP_BRANCH).equals("owning");
    }

    public int pickupDays() {
        return number(Key.PICKUP_DAYS);
    }

    public Count pickupCount() {
        return value(Key.PICKUP_DAYS_COUNT).equals("open") ? Count.OPEN_DAYS : Count.CALENDAR_DAYS;
    }

    public boolean pickupCountsFromConfirmation() {
        return value(Key.PICKUP_COUNTS_FROM).equals("confirmation");
    }

    public int loanDays() {
        return number(Key.LOAN_DAYS);
    }

    public int renewals() {
        return number(Key.RENEWALS);
    }

    public int renewalDays() {
        return number(Key.RENEWAL_DAYS);
    }

    public boolean renewedByStaff() {
        return value(Key.RENEWAL_BY).equals("request");
    }

    public boolean renewedInDemand() {
        return yes(Key.RENEW_IN_DEMAND);
    }

    public Returns returns() {
        Set<DayOfWeek> days = Arrays.stream(value(Key.RETURN_DAYS).split(" "))
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        if (value(Key.RETURN_FROM).equals(OPENING)) {
            return new Returns.OpeningHours(days);
        }
        LocalTime from = LocalTime.parse(value(Key.RETURN_FROM));
        LocalTime until = LocalTime.parse(value(Key.RETURN_UNTIL));
        boolean always = days.size() == DayOfWeek.values().length
                && from.equals(LocalTime.MIDNIGHT)
                && until.equals(LocalTime.MIDNIGHT);
        return always ? new Returns.Always() : new Returns.Hours(days, from, until);
    }

    /** Counted in hours, not in days of a calendar: the rest is about time passed, whatever the clocks did in spring. */
    public Duration quarantine(String material) {
        Map<String, Integer> own = counts(Key.QUARANTINE_BY_MATERIAL);
        return Duration.ofHours(24L * own.getOrDefault(material, number(Key.QUARANTINE_DAYS)));
    }

    /** Of all materials: what else lies in a bin may rest so long. */
    public Duration longestQuarantine() {
        int days = counts(Key.QUARANTINE_BY_MATERIAL).values().stream().reduce(number(Key.QUARANTINE_DAYS), Math::max);
        return Duration.ofHours(24L * days);
    }

    /** Items that fit into a compartment of this size ({@code S, M, L}). */
    public int fits(String size) {
        return counts(Key.COMPARTMENT_ITEMS).getOrDefault(size, 1);
    }

    private Map<String, Integer> counts(Key key) {
        String text = value(key);
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split(" "))
                        .map(one -> one.split("="))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1]), (a, b) -> b));
    }

    public int binCapacity() {
        return number(Key.BIN_CAPACITY);
    }

    public boolean offersAppointments() {
        return !value(Key.APPOINTMENTS).equals("none");
    }

    public boolean requiresAppointment() {
        return value(Key.APPOINTMENTS).equals("required");
    }

    public Duration slot() {
        return Duration.ofMinutes(number(Key.SLOT_MINUTES));
    }

    public Release release() {
        return Release.valueOf(value(Key.RELEASE));
    }

    public Pattern cardFormat() {
        return Pattern.compile(value(Key.CARD_FORMAT));
    }

    public Pattern itemFormat() {
        return Pattern.compile(value(Key.ITEM_FORMAT));
    }

    public boolean luhn() {
        return yes(Key.LUHN);
    }
}
