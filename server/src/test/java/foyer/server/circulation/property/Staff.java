package foyer.server.circulation.property;

import foyer.server.circulation.Batch;
import foyer.server.circulation.Batches;
import foyer.server.circulation.By;
import foyer.server.circulation.Change;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Fining;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.Lending;
import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Renewing;
import foyer.server.circulation.Site;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.util.List;
import java.util.Optional;

/** What staff do at the desk, on the page and on the phone, now and then for another network. */
final class Staff {
    private final Story story;
    private final Library library;
    private final String network;
    private final StaffId me;

    Staff(Story story) {
        this.story = story;
        this.library = story.library();
        this.network = story.one(World.NETWORKS);
        this.me = library.world().staffOf(network);
    }

    Event act() {
        return switch (story.random().nextInt(20)) {
            case 0, 1, 2, 3 -> handle();
            case 4, 5, 6 -> handle();
            case 7, 8, 9 -> checkOut();
            case 10, 11, 12 -> checkIn();
            case 13, 14 -> story.any(library.openLoans()).map(this::renewal).orElseGet(story::nothing);
            case 15, 16 -> story.any(library.fines()).map(this::fine).orElseGet(story::nothing);
            case 17, 18 -> story.any(library.batches()).map(this::batch).orElseGet(story::nothing);
            default -> lock();
        };
    }

    private Event handle() {
        List<Hold> holds = story.random().nextInt(10) == 0
                ? library.holds()
                : library.openHolds().stream()
                        .filter(hold -> hold.facts().network().equals(network)
                                || story.random().nextInt(20) == 0)
                        .toList();
        return story.any(holds).map(this::handle).orElseGet(story::nothing);
    }

    private Event handle(Hold hold) {
        boolean gone = story.random().nextInt(3) == 0;
        Handling.Command command =
                switch (hold) {
                    case Hold.UnderReview h ->
                        story.random().nextInt(6) == 0
                                ? new Handling.Command.Reject(
                                        network, story.random().nextBoolean() ? "worn" : " ", gone)
                                : new Handling.Command.Confirm(network);
                    case Hold.Confirmed h ->
                        switch (story.random().nextInt(4)) {
                            case 0 -> new Handling.Command.Reject(network, "gone", gone);
                            case 1 -> new Handling.Command.Shelve(network);
                            default -> new Handling.Command.Prepare(network);
                        };
                    case Hold.Prepared h -> new Handling.Command.Shelve(network);
                    default ->
                        switch (story.random().nextInt(6)) {
                            case 0 -> new Handling.Command.Confirm(network);
                            case 1 -> new Handling.Command.Prepare(network);
                            case 2 -> new Handling.Command.Shelve(network);
                            case 3 -> new Handling.Command.Reject(network, "no", false);
                            default -> new Handling.Command.Cancel(new By.Staff(me, By.Channel.PHONE, "rang"), network);
                        };
                };
        return story.decided(
                "hold-handled",
                me.value(),
                Mention.NOTHING.about(hold).by(me),
                Handling.decide(command, library.handling(hold), story.now()));
    }

    private Site desk() {
        return library.world().site(story.one(library.world().branches(network)));
    }

    private Lending.Known known(Item item, Site desk, Optional<PatronId> patron) {
        return new Lending.Known(
                desk,
                Optional.of(item),
                item.state().hold().flatMap(library::hold),
                library.lent(item.barcode()),
                library.queue(item.title()),
                patron.map(library::standing),
                patron.flatMap(who -> library.agreed(who, desk.branch())));
    }

    private Event checkOut() {
        Item item = story.one(library.items());
        PatronId patron = item.state()
                .hold()
                .flatMap(library::hold)
                .filter(hold -> story.random().nextInt(4) > 0)
                .map(hold -> hold.facts().patron())
                .orElseGet(() -> story.one(library.patrons().stream()
                                .filter(one -> one.network().equals(network))
                                .toList())
                        .id());
        Lending.Command command =
                new Lending.Command.CheckOut(item.barcode(), patron, network, new LoanId(library.fresh("loan-")));
        return story.decided(
                "checked-out",
                me.value(),
                Mention.NOTHING.about(item.barcode()).about(patron).by(me),
                Lending.decide(command, known(item, desk(), Optional.of(patron)), story.now()));
    }

    private Event checkIn() {
        Item item = story.random().nextInt(4) == 0
                ? story.one(library.items())
                : story.any(library.openLoans())
                        .flatMap(loan -> library.item(loan.facts().item()))
                        .orElseGet(() -> story.one(library.items()));
        return story.decided(
                "checked-in",
                me.value(),
                Mention.NOTHING.about(item.barcode()).by(me),
                Lending.decide(
                        new Lending.Command.CheckIn(item.barcode(), network),
                        known(item, desk(), Optional.empty()),
                        story.now()));
    }

    private Event renewal(Loan loan) {
        Item item = library.item(loan.facts().item()).orElseThrow();
        Renewing.Command command = story.random().nextInt(3) == 0
                ? new Renewing.Command.Refuse(network, story.random().nextBoolean() ? "wanted" : "")
                : new Renewing.Command.Renew(network);
        return story.decided(
                "renewed",
                me.value(),
                Mention.NOTHING.about(loan.facts()).by(me),
                Renewing.decide(
                        command,
                        new Renewing.Known(
                                loan,
                                library.world().site(loan.facts().branch()),
                                library.queue(item.title()).wants(item)),
                        story.now()));
    }

    private Event fine(Fine fine) {
        String of = library.world().site(fine.facts().branch()).network();
        Fining.Command command = story.random().nextInt(3) == 0
                ? new Fining.Command.Waive(me, network, story.random().nextBoolean() ? "ill" : " ")
                : new Fining.Command.Pay(me, network);
        return story.decided(
                "fine-settled",
                me.value(),
                Mention.NOTHING.about(fine.facts().patron()).by(me),
                Fining.decide(command, fine, of, story.now()));
    }

    private Event batch(Batch batch) {
        Batches.Command command = story.one(List.of(Batches.Command.values()));
        return story.decided(
                "batch-handled",
                me.value(),
                Mention.NOTHING.about(batch.facts().bin()).by(me),
                Batches.decide(command, library.batch(batch), story.now()));
    }

    private Event lock() {
        Patron patron = story.one(library.patrons());
        if (patron.lock().isEmpty() && story.random().nextInt(5) > 0) {
            return story.nothing();
        }
        Optional<Patron.Lock> lock = patron.lock().isPresent()
                ? Optional.empty()
                : Optional.of(new Patron.Lock("lost a book", me, story.now()));
        return story.decided(
                "patron-locked",
                me.value(),
                Mention.NOTHING.about(patron.id()).by(me),
                Outcome.Done.of(new Change.LockBecame(patron.id(), lock)));
    }
}
