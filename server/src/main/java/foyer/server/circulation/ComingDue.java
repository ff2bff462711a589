package foyer.server.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What time alone brings about. Each answers what follows for one hold, item, batch or appointment as it is now, and
 * nothing when nothing does: asked again, or by two servers, it follows once.
 */
public final class ComingDue {
    private ComingDue() {}

    /**
     * @param item the one kept for the hold
     * @param site of the pickup branch
     * @param appointment the one agreed with the patron there
     * @param queue of its title, without this hold
     */
    public record KnownHold(
            Hold hold, Optional<Item> item, Site site, Optional<Appointment.Agreed> appointment, Queue queue) {}

    /**
     * A hold not collected by its last day (domain A8), or not needed any more. One with an agreed appointment does not
     * expire before it; one that could not be collected does not either.
     */
    public static List<Change> hold(KnownHold known, Instant now) {
        LocalDate today = known.site().calendar().dayOf(now);
        boolean over =
                switch (known.hold()) {
                    case Hold.Ready h -> today.isAfter(lastDay(h.lastDay(), known));
                    case Hold.OnHoldShelf h -> today.isAfter(lastDay(h.lastDay(), known));
                    case Hold.Queued h -> notNeeded(h, today);
                    case Hold.UnderReview h -> notNeeded(h, today);
                    case Hold.Confirmed h -> notNeeded(h, today);
                    case Hold.Prepared h -> notNeeded(h, today);
                    case Hold.Fulfilled h -> false;
                    case Hold.Rejected h -> false;
                    case Hold.Cancelled h -> false;
                    case Hold.Expired h -> false;
                };
        return over
                ? Handling.ended(new Hold.Expired(known.hold().facts(), now), known.item(), known.queue(), now)
                : List.of();
    }

    private static LocalDate lastDay(LocalDate lastDay, KnownHold known) {
        return known.appointment()
                .map(agreed -> known.site().calendar().dayOf(agreed.slot().from()))
                .filter(day -> day.isAfter(lastDay))
                .orElse(lastDay);
    }

    private static boolean notNeeded(Hold hold, LocalDate today) {
        return hold.facts().notNeededAfter().map(today::isAfter).orElse(false);
    }

    /** An item that has rested, and is in no batch that is released as one. */
    public static List<Change> rested(Item item, Optional<Batch> batch, Queue queue, Instant now) {
        boolean alone = batch.map(ComingDue::releasedOneByOne).orElse(true);
        return item.state() instanceof ItemState.InQuarantine rest && alone && !now.isBefore(rest.until())
                ? queue.freed(item, now)
                : List.of();
    }

    private static boolean releasedOneByOne(Batch batch) {
        return switch (batch) {
            case Batch.Open b -> true;
            case Batch.Released b -> true;
            case Batch.Emptied b -> true;
            case Batch.Sealed b -> false;
            case Batch.Quarantined b -> false;
        };
    }

    /** An item that lies on its shelf although somebody waits: after a suspension has ended, or a policy has changed. */
    public static List<Change> idle(Item item, Queue queue, Instant now) {
        return item.state() instanceof ItemState.OnShelf
                        && queue.next(item, now).isPresent()
                ? queue.freed(item, now)
                : List.of();
    }

    /** A batch whose rest is over. */
    public static List<Change> batch(Batches.Known known, Instant now) {
        return switch (Batches.decide(Batches.Command.RELEASE, known, now)) {
            case Outcome.Done done -> done.changes();
            case Outcome.Refused refused -> List.of();
        };
    }

    /** An appointment nobody came to. */
    public static List<Change> appointment(Appointment.Agreed agreed, Instant now) {
        List<Change> changes = new ArrayList<>();
        if (!now.isBefore(agreed.slot().until())) {
            changes.add(new Change.AppointmentBecame(new Appointment.Missed(agreed.facts(), agreed.slot(), now)));
        }
        return List.copyOf(changes);
    }
}
