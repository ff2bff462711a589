package foyer.kiosk.circulation;

import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Reader;
import foyer.station.ServerMessage.Release;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import java.util.Optional;

/** Card and PIN. One answer, and by the outer loop's care one timing, for an unknown card and a wrong PIN. */
final class SignIn {
    /** Longer is no PIN, and hashing it would only be work for us. */
    static final int LONGEST_PIN = 32;

    private SignIn() {}

    /** Badges are looked up before cards, so that a number that is both never becomes a patron's. */
    static Optional<Claim> badge(Turn turn, String mac) {
        return desired(turn).staff().stream()
                .filter(member -> member.badgeMac().equals(mac))
                .findFirst()
                .map(member -> new Claim(mac, Optional.of(new Claim.Who.Staff(member.staff(), member.pinHash()))));
    }

    static void staff(Turn turn, Claim badge) {
        if (spent(turn, badge)) {
            tooMany(turn);
        } else {
            turn.to(new Visit.TypingPin(badge, false));
        }
    }

    static void card(Turn turn, String mac) {
        Claim claim = new Claim(mac, patron(turn, mac));
        if (turn.kiosk().storageLow()) {
            Circulation.outOfOrder(turn, "the disk is full", new Visit.Idle(false));
        } else if (turn.station().locked()) {
            Circulation.outOfOrder(turn, "a wrong door opened and was not inspected", new Visit.Idle(false));
        } else if (spent(turn, claim)) {
            tooMany(turn);
        } else if (desired(turn).rules().release() == Release.CARD_AND_PIN) {
            turn.to(new Visit.TypingPin(claim, false));
        } else if (claim.who().isPresent()) {
            signedIn(turn, claim.who().get());
        } else {
            count(turn, claim);
            turn.refuse(Refusal.UNKNOWN_CARD_OR_WRONG_PIN, "a card", Problem.CARD_OR_PIN, new Visit.Idle(false));
        }
    }

    /** Counted first and forgiven when right: an attempt whose end is never seen was a failure. */
    static void pin(Turn turn, String pin) {
        if (!(turn.visit() instanceof Visit.TypingPin(Claim claim, boolean again))) {
            return;
        }
        if (pin.isBlank() || pin.length() > LONGEST_PIN) {
            turn.to(new Visit.TypingPin(claim, true));
        } else if (spent(turn, claim)) {
            tooMany(turn);
        } else {
            String ticket = count(turn, claim);
            turn.effect(new Effect.CheckPin(ticket, claim.who().map(Claim.Who::pinHash), pin));
            turn.to(new Visit.Checking(claim, ticket));
        }
    }

    static void checked(Turn turn, String ticket, boolean right) {
        if (!(turn.visit() instanceof Visit.Checking(Claim claim, String asked)) || !asked.equals(ticket)) {
            return;
        }
        if (right && claim.who().isPresent()) {
            turn.attempt(new Attempts.Change.Forgiven(ticket));
            signedIn(turn, claim.who().get());
            return;
        }
        turn.fact(new Refused(Refusal.UNKNOWN_CARD_OR_WRONG_PIN, claim.staff() ? "a staff badge" : "a card"));
        if (spent(turn, claim)) {
            tooMany(turn);
        } else {
            turn.to(new Visit.TypingPin(claim, true));
        }
    }

    private static void signedIn(Turn turn, Claim.Who who) {
        switch (who) {
            case Claim.Who.Patron patron -> Pickup.greet(turn, patron.patron());
            case Claim.Who.Staff staff -> turn.to(new Visit.StaffHome(staff.staff(), Optional.empty()));
        }
    }

    /** The station's own limit stops patrons only: when it is reached, it is staff who must still get in. */
    private static boolean spent(Turn turn, Claim claim) {
        Attempts attempts = turn.kiosk().attempts();
        return attempts.cardSpent(claim.mac(), turn.now()) || (!claim.staff() && attempts.stationSpent(turn.now()));
    }

    private static void tooMany(Turn turn) {
        turn.refuse(
                Refusal.TOO_MANY_ATTEMPTS,
                "the day's attempts are used up",
                Problem.TOO_MANY_ATTEMPTS,
                new Visit.Idle(false));
    }

    private static String count(Turn turn, Claim claim) {
        String ticket = turn.now().fresh().value();
        turn.attempt(new Attempts.Change.Counted(
                new Attempts.Attempt(ticket, claim.mac(), turn.now().ms())));
        return ticket;
    }

    private static Optional<Claim.Who> patron(Turn turn, String mac) {
        return desired(turn).readers().stream()
                .filter(reader -> reader.cardMac().equals(mac))
                .findFirst()
                .map(SignIn::who);
    }

    private static Claim.Who who(Reader reader) {
        return new Claim.Who.Patron(reader.patron(), reader.pinHash());
    }

    private static Desired desired(Turn turn) {
        return turn.station().desired().orElseThrow();
    }
}
