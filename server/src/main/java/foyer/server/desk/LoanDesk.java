package foyer.server.desk;

import foyer.server.circulation.Fine;
import foyer.server.circulation.Fining;
import foyer.server.circulation.Item;
import foyer.server.circulation.Lending;
import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Refusal;
import foyer.server.circulation.Renewing;
import foyer.server.circulation.Site;
import foyer.server.circulation.Standing;
import foyer.server.ledger.Appointments;
import foyer.server.ledger.Fines;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Items;
import foyer.server.ledger.Loans;
import foyer.server.ledger.Picture;
import foyer.server.ledger.Places;
import foyer.station.Ids;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Loans at the desk, renewals, and what lateness costs. */
@Component
public final class LoanDesk {
    private final Counter counter;
    private final Picture picture;
    private final Places places;
    private final Holds holds;
    private final Items items;
    private final Loans loans;
    private final Fines fines;
    private final Appointments appointments;

    LoanDesk(
            Counter counter,
            Picture picture,
            Places places,
            Holds holds,
            Items items,
            Loans loans,
            Fines fines,
            Appointments appointments) {
        this.counter = counter;
        this.picture = picture;
        this.places = places;
        this.holds = holds;
        this.items = items;
        this.loans = loans;
        this.fines = fines;
        this.appointments = appointments;
    }

    /** Staff hand an item over at their branch's desk. The answer's id is the item's. */
    public Answer checkOut(Ask ask, String item, String patron) {
        return counter.take(ask, List.of("check-out", item, patron), now -> {
            Optional<ItemBarcode> barcode = Shapes.item(item);
            Optional<PatronId> who = Shapes.patron(patron);
            if (barcode.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_ITEM);
            }
            Optional<Standing> standing = who.flatMap(picture::standing);
            if (standing.isEmpty() || !counter.mayAskFor(ask, standing.get().patron())) {
                return Counter.refused(Refusal.NO_SUCH_PATRON);
            }
            Lending.Command command = new Lending.Command.CheckOut(
                    barcode.get(), who.orElseThrow(), counter.network(ask), new LoanId("loan-" + Ids.random()));
            Outcome outcome = Lending.decide(command, known(ask, barcode.get(), standing), now);
            Mention mention = Mention.NOTHING.about(barcode.get()).about(who.orElseThrow());
            return counter.decided(outcome, item, "checked-out", ask, mention, now);
        });
    }

    /** Staff take an item back at their branch's desk, whatever it was. The answer's id is the item's. */
    public Answer checkIn(Ask ask, String item) {
        return counter.take(ask, List.of("check-in", item), now -> {
            Optional<ItemBarcode> barcode = Shapes.item(item);
            if (barcode.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_ITEM);
            }
            Lending.Command command = new Lending.Command.CheckIn(barcode.get(), counter.network(ask));
            Outcome outcome = Lending.decide(command, known(ask, barcode.get(), Optional.empty()), now);
            return counter.decided(outcome, item, "checked-in", ask, Mention.NOTHING.about(barcode.get()), now);
        });
    }

    private Lending.Known known(Ask ask, ItemBarcode barcode, Optional<Standing> standing) {
        String desk = places.branchOfStaff(ask.staff().value()).orElseThrow();
        Optional<Item> item = items.find(barcode);
        return new Lending.Known(
                places.site(desk).orElseThrow(),
                item,
                item.flatMap(found -> found.state().hold()).flatMap(holds::find),
                picture.lent(barcode),
                picture.queue(item.map(Item::title).orElse("")),
                standing,
                standing.flatMap(one -> appointments.agreed(one.patron().id(), desk)));
    }

    /** The patron asks for a renewal (domain A12); where policy leaves it to the rules, it is one at once. */
    public Answer askRenewal(Ask ask, String loan, String patron) {
        return renewing(
                ask,
                loan,
                "renewal-asked",
                List.of("ask-renewal", loan),
                network -> new Renewing.Command.Ask(new PatronId(patron)));
    }

    /** Staff renew: because the patron asked, or on the patron's behalf (domain A14). */
    public Answer renew(Ask ask, String loan) {
        return renewing(ask, loan, "renewed", List.of("renew", loan), network -> new Renewing.Command.Renew(network));
    }

    public Answer refuseRenewal(Ask ask, String loan, String reason) {
        return renewing(
                ask,
                loan,
                "renewal-refused",
                List.of("refuse-renewal", loan, reason),
                network -> new Renewing.Command.Refuse(network, reason));
    }

    private Answer renewing(
            Ask ask, String loan, String kind, List<String> asked, Function<String, Renewing.Command> command) {
        return counter.take(ask, asked, now -> {
            Optional<Loan> found = loans.find(new LoanId(loan));
            if (found.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_LOAN);
            }
            Optional<Answer> stale =
                    Counter.stale(ask, loans.version(found.get().id()));
            if (stale.isPresent()) {
                return stale.get();
            }
            Renewing.Command asks = command.apply(counter.network(ask));
            Outcome outcome = Renewing.decide(asks, known(found.get()), now);
            Mention mention = Mention.NOTHING.about(found.get().facts());
            return counter.decided(
                    outcome,
                    loan,
                    kind,
                    ask,
                    asks instanceof Renewing.Command.Refuse no ? mention.with("reason", no.reason()) : mention,
                    now);
        });
    }

    private Renewing.Known known(Loan loan) {
        Item item = items.find(loan.facts().item()).orElseThrow();
        Site site = places.site(loan.facts().branch()).orElseThrow();
        return new Renewing.Known(loan, site, picture.queue(item.title()).wants(item));
    }

    /** The patron has paid it at the desk. */
    public Answer payFine(Ask ask, String loan) {
        return fine(
                ask, loan, "fine-paid", List.of("pay", loan), network -> new Fining.Command.Pay(ask.staff(), network));
    }

    /** @param reason is kept with it */
    public Answer waiveFine(Ask ask, String loan, String reason) {
        return fine(
                ask,
                loan,
                "fine-waived",
                List.of("waive", loan, reason),
                network -> new Fining.Command.Waive(ask.staff(), network, reason));
    }

    private Answer fine(
            Ask ask, String loan, String kind, List<String> asked, Function<String, Fining.Command> command) {
        return counter.take(ask, asked, now -> {
            Optional<Fine> found = fines.find(new LoanId(loan));
            if (found.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_FINE);
            }
            String network =
                    places.networkOfBranch(found.get().facts().branch()).orElseThrow();
            Fining.Command asks = command.apply(counter.network(ask));
            Outcome outcome = Fining.decide(asks, found.get(), network, now);
            Mention mention = Mention.NOTHING
                    .about(found.get().facts().patron())
                    .with("cents", Integer.toString(found.get().facts().cents()));
            return counter.decided(
                    outcome,
                    loan,
                    kind,
                    ask,
                    asks instanceof Fining.Command.Waive waive ? mention.with("reason", waive.reason()) : mention,
                    now);
        });
    }
}
