package foyer.server.desk;

import foyer.server.circulation.Appointment;
import foyer.server.circulation.Batch;
import foyer.server.circulation.By;
import foyer.server.circulation.Change;
import foyer.server.circulation.ComingDue;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Mention;
import foyer.server.ledger.Appointments;
import foyer.server.ledger.BinBatches;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Forgetting;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Items;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Picture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What time alone brings about: holds expire, returns have rested, appointments are missed. Each subject is looked at
 * again and decided in a transaction of its own, so that the work may stop anywhere and goes on where it was; what was
 * done already follows from nothing any more, so that a day without a server is caught up in one round.
 */
@Component
public final class DueWork {
    /** Subjects of one kind in one round; more are the next round's. */
    static final int MOST = 500;

    /** A day's last moment comes to the easternmost branch first. */
    private static final Duration WESTERNMOST = Duration.ofHours(12);

    private final Ledger ledger;
    private final Picture picture;
    private final Holds holds;
    private final Items items;
    private final BinBatches batches;
    private final Appointments appointments;
    private final Changes changes;
    private final Forgetting forgetting;

    DueWork(
            Ledger ledger,
            Picture picture,
            Holds holds,
            Items items,
            BinBatches batches,
            Appointments appointments,
            Changes changes,
            Forgetting forgetting) {
        this.ledger = ledger;
        this.picture = picture;
        this.holds = holds;
        this.items = items;
        this.batches = batches;
        this.appointments = appointments;
        this.changes = changes;
        this.forgetting = forgetting;
    }

    /** @return how many subjects changed; 0: nothing is due any more */
    public int round(Instant now) {
        // Appointments first: a hold whose appointment was missed may be over as well.
        return appointments(now) + batches(now) + rested(now) + ended(now) + woken(now) + forgotten(now);
    }

    private int appointments(Instant now) {
        return each(ledger.write(() -> appointments.over(now, MOST)), id -> {
            Optional<Appointment> found = appointments.find(id);
            return found.filter(Appointment.Agreed.class::isInstance)
                    .map(Appointment.Agreed.class::cast)
                    .map(agreed -> written(
                            "appointment-missed",
                            "slot-over",
                            Mention.NOTHING
                                    .about(agreed.facts().patron())
                                    .with("branch", agreed.facts().branch()),
                            ComingDue.appointment(agreed, now),
                            now))
                    .orElse(false);
        });
    }

    private int batches(Instant now) {
        return each(ledger.write(() -> batches.rested(now, MOST)), id -> batches.find(id)
                .map(batch -> written(
                        "batch-released",
                        "rest-over",
                        Mention.NOTHING.about(batch.facts().bin()).with("batch", id.value()),
                        ComingDue.batch(picture.batch(batch), now),
                        now))
                .orElse(false));
    }

    private int rested(Instant now) {
        return each(ledger.write(() -> items.rested(now, MOST)), barcode -> items.find(barcode)
                .map(item -> {
                    Optional<Batch> batch = item.state() instanceof ItemState.InQuarantine rest
                            ? rest.batch().flatMap(batches::find)
                            : Optional.empty();
                    return written(
                            "item-rested",
                            "rest-over",
                            Mention.NOTHING.about(barcode),
                            ComingDue.rested(item, batch, picture.queue(item.title()), now),
                            now);
                })
                .orElse(false));
    }

    private int ended(Instant now) {
        LocalDate day =
                now.plus(WESTERNMOST).atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return each(ledger.write(() -> holds.endingBefore(day, MOST)), id -> holds.find(id)
                .map(hold -> {
                    Handling.Known known = picture.handling(hold);
                    ComingDue.KnownHold due = new ComingDue.KnownHold(
                            hold,
                            known.item(),
                            known.site(),
                            appointments.agreed(
                                    hold.facts().patron(), hold.facts().pickupBranch()),
                            known.queue());
                    Mention mention = Mention.NOTHING.about(hold);
                    return written("hold-expired", "last-day-over", mention, ComingDue.hold(due, now), now);
                })
                .orElse(false));
    }

    /** Items that stayed on their shelves while those who wait for them were suspended. */
    private int woken(Instant now) {
        LocalDate day = now.plus(WESTERNMOST).atZone(ZoneOffset.UTC).toLocalDate();
        List<Item> idle = ledger.write(() -> holds.wakingBy(day, MOST).stream()
                .flatMap(title -> items.ofTitle(title).stream())
                .filter(item -> item.state() instanceof ItemState.OnShelf)
                .toList());
        return each(idle, found -> items.find(found.barcode())
                .map(item -> written(
                        "item-served",
                        "suspension-over",
                        Mention.NOTHING.about(item.barcode()),
                        ComingDue.idle(item, picture.queue(item.title()), now),
                        now))
                .orElse(false));
    }

    /** Whose a loan was, once the time is over for which it may matter. */
    private int forgotten(Instant now) {
        return each(ledger.write(() -> forgetting.due(now, MOST)), loan -> forgetting.forget(loan, now));
    }

    private <T> int each(List<T> due, Predicate<T> one) {
        int done = 0;
        for (T subject : due) {
            if (ledger.write(() -> one.test(subject))) {
                done++;
            }
        }
        return done;
    }

    private boolean written(String kind, String rule, Mention mention, List<Change> followed, Instant now) {
        if (followed.isEmpty()) {
            return false;
        }
        By by = new By.House(rule);
        changes.apply(new Journal.Line(Optional.empty(), kind, by.id(), mention, now, now), followed);
        return true;
    }
}
