package foyer.server.circulation.property;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.Appointment;
import foyer.server.circulation.AppointmentId;
import foyer.server.circulation.By;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.Loan;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Renewing;
import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Slot;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What patrons do, now and then with what is not theirs. */
final class Readers {
    private final Story story;
    private final Library library;

    Readers(Story story) {
        this.story = story;
        this.library = story.library();
    }

    Event act() {
        return switch (story.random().nextInt(14)) {
            case 0 -> withHold(this::cancel);
            case 1 -> withHold(this::suspend);
            case 2 -> withHold(this::neededUntil);
            case 3, 4 -> story.any(library.openLoans()).map(this::askRenewal).orElseGet(story::nothing);
            case 5 -> withHold(this::agree);
            case 6 -> story.any(library.agreed()).map(this::moveOrCancel).orElseGet(story::nothing);
            default -> place();
        };
    }

    private interface Does {
        Event with(Hold hold);
    }

    private Event withHold(Does does) {
        List<Hold> holds = story.random().nextInt(8) == 0 ? library.holds() : library.openHolds();
        return story.any(holds).map(does::with).orElseGet(story::nothing);
    }

    private PatronId owner(Hold hold) {
        return story.random().nextInt(15) == 0
                ? story.one(library.patrons()).id()
                : hold.facts().patron();
    }

    Event place() {
        Patron patron = story.one(library.patrons());
        String network = story.random().nextInt(40) == 0 ? story.one(World.NETWORKS) : patron.network();
        String title = story.one(library.world().titles(network));
        Optional<ItemBarcode> item = story.random().nextInt(2) == 0
                ? story.any(library.copies(title)).map(Item::barcode)
                : Optional.empty();
        String branch = item.flatMap(library::item)
                .filter(copy -> story.random().nextBoolean())
                .map(Item::branch)
                .orElseGet(() -> story.one(library.world().branches(network)));
        Optional<LocalDate> until =
                story.random().nextInt(6) == 0 ? Optional.of(day(branch, -1, 40)) : Optional.empty();
        Placing.Command command =
                new Placing.Command(new HoldId(library.fresh("hold-")), patron.id(), title, item, branch, until);
        return story.decided(
                "hold-placed",
                patron.id().value(),
                Mention.NOTHING.about(patron.id()).about(command.id()),
                Placing.decide(command, library.placing(command), story.now()));
    }

    private LocalDate day(String branch, int from, int to) {
        return library.world()
                .site(branch)
                .calendar()
                .dayOf(story.now())
                .plusDays(from + story.random().nextInt(to - from));
    }

    private Event handled(String kind, Hold hold, PatronId who, Handling.Command command) {
        return story.decided(
                kind,
                who.value(),
                Mention.NOTHING.about(hold),
                Handling.decide(command, library.handling(hold), story.now()));
    }

    private Event cancel(Hold hold) {
        PatronId who = owner(hold);
        return handled("hold-cancelled", hold, who, new Handling.Command.Cancel(new By.Reader(who), ""));
    }

    private Event suspend(Hold hold) {
        PatronId who = owner(hold);
        Optional<LocalDate> until = story.random().nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(day(hold.facts().pickupBranch(), 0, 20));
        return handled("hold-suspended", hold, who, new Handling.Command.Suspend(new By.Reader(who), "", until));
    }

    private Event neededUntil(Hold hold) {
        PatronId who = owner(hold);
        Optional<LocalDate> until = story.random().nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(day(hold.facts().pickupBranch(), -1, 30));
        return handled("hold-needed-until", hold, who, new Handling.Command.NeededUntil(new By.Reader(who), "", until));
    }

    private Event askRenewal(Loan loan) {
        PatronId who = story.random().nextInt(15) == 0
                ? story.one(library.patrons()).id()
                : loan.facts().patron();
        Item item = library.item(loan.facts().item()).orElseThrow();
        return story.decided(
                "renewal-asked",
                who.value(),
                Mention.NOTHING.about(loan.facts()),
                Renewing.decide(
                        new Renewing.Command.Ask(who),
                        new Renewing.Known(
                                loan,
                                library.world().site(loan.facts().branch()),
                                library.queue(item.title()).wants(item)),
                        story.now()));
    }

    private Optional<Slot> slot(Site site) {
        LocalDate day = day(site.branch(), 0, 16);
        return story.any(site.calendar().slots(day, site.policy().slot()));
    }

    private Event agree(Hold hold) {
        Site site = library.world().site(hold.facts().pickupBranch());
        PatronId who = hold.facts().patron();
        AppointmentId id = new AppointmentId(library.fresh("appointment-"));
        return slot(site)
                .map(slot -> appointed(
                        "appointment-agreed",
                        who,
                        site,
                        slot,
                        new Appointing.Command.Agree(id, who, slot, new By.Reader(who))))
                .orElseGet(story::nothing);
    }

    private Event moveOrCancel(Appointment.Agreed agreed) {
        Site site = library.world().site(agreed.facts().branch());
        PatronId who = agreed.facts().patron();
        By by = new By.Reader(
                story.random().nextInt(10) == 0 ? story.one(library.patrons()).id() : who);
        return switch (story.random().nextInt(3)) {
            case 0 -> appointed("appointment-cancelled", who, site, agreed.slot(), new Appointing.Command.Cancel(by));
            case 1 -> appointed("appointment-missed", who, site, agreed.slot(), new Appointing.Command.Miss());
            default ->
                slot(site)
                        .map(slot ->
                                appointed("appointment-moved", who, site, slot, new Appointing.Command.Move(slot, by)))
                        .orElseGet(story::nothing);
        };
    }

    private Event appointed(String kind, PatronId who, Site site, Slot slot, Appointing.Command command) {
        return story.decided(
                kind,
                who.value(),
                Mention.NOTHING.about(who),
                Appointing.decide(command, site.network(), library.appointing(who, site.branch(), slot), story.now()));
    }
}
