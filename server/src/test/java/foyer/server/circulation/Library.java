package foyer.server.circulation;

import foyer.server.circulation.policy.Policy;
import java.util.Map;

/** The two libraries whose policies are shipped, and a third which decides everything otherwise. */
enum Library {
    REVIEWED,
    BY_APPOINTMENT,
    OTHER;

    /** What the third decides. */
    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("hold-limit", "5"),
            Map.entry("loan-limit", "7"),
            Map.entry("holds-on", "available-or-queue"),
            Map.entry("review-required", "no"),
            Map.entry("review-from", "09:30"),
            Map.entry("outcome-from", "12:15"),
            Map.entry("pickup-branch", "choice"),
            Map.entry("pickup-days", "2"),
            Map.entry("pickup-days-count", "open"),
            Map.entry("pickup-counts-from", "confirmation"),
            Map.entry("loan-days", "21"),
            Map.entry("renewals", "3"),
            Map.entry("renewal-days", "7"),
            Map.entry("renewal-by", "self-service"),
            Map.entry("renew-in-demand", "yes"),
            Map.entry("fine-per-day", "10"),
            Map.entry("fine-cap", "45"),
            Map.entry("fine-grace-days", "2"),
            Map.entry("block-fines-from", "25"),
            Map.entry("block-overdue-from", "2"),
            Map.entry("return-days", "TUESDAY THURSDAY"),
            Map.entry("return-from", "09:00"),
            Map.entry("return-until", "17:00"),
            Map.entry("quarantine-days", "1"),
            Map.entry("quarantine-by-material", "film=2"),
            Map.entry("bin-capacity", "40"),
            Map.entry("appointments", "offered"),
            Map.entry("slot-minutes", "20"),
            Map.entry("slot-capacity", "3"),
            Map.entry("slot-days-ahead", "5"),
            Map.entry("compartment-items", "S=1 M=3 L=6"),
            Map.entry("release", "CARD_ONLY"),
            Map.entry("card-format", "KR[0-9]{7}"),
            Map.entry("item-format", "[A-Z]{2}[0-9]+"),
            Map.entry("luhn", "yes"),
            Map.entry("card-numbers", "KR######L"),
            Map.entry("card-months", "12"),
            Map.entry("retention-days", "30"));

    Policy policy() {
        return switch (this) {
            case REVIEWED -> Samples.reviewed();
            case BY_APPOINTMENT -> Samples.byAppointment();
            case OTHER -> Policy.USUAL.with(VALUES);
        };
    }
}
