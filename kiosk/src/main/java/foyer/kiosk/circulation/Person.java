package foyer.kiosk.circulation;

import foyer.station.HoldId;
import foyer.station.StationEvent.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the person at the touchscreen did. What does not answer the question being asked is ignored. */
final class Person {
    private Person() {}

    static void did(Turn turn, Input input) {
        switch (input) {
            case Input.Pressed pressed -> pressed(turn, pressed.key());
            case Input.Choose choose -> choose(turn, choose.hold(), choose.chosen());
            case Input.Inspect inspect -> StaffWork.inspect(turn, inspect.door());
            case Input.EmptyBin empty -> StaffWork.emptyBin(turn, empty.bin());
            case Input.Scanned scanned -> scanned(turn, turn.visit(), scanned.barcode());
            case Input.CardTyped typed -> typed(turn, typed.barcode());
            case Input.Unreadable unreadable -> unreadable(turn);
            case Input.PinTyped typed -> SignIn.pin(turn, typed.pin());
            case Input.Tick notHere -> {}
            case Input.PinChecked notHere -> {}
            case Input.DoorAnswered notHere -> {}
            case Input.FlapAnswered notHere -> {}
            case Input.DoorReported notHere -> {}
            case Input.FlapReported notHere -> {}
            case Input.Dropped notHere -> {}
            case Input.Level notHere -> {}
            case Input.Health notHere -> {}
            case Input.DesiredArrived notHere -> {}
            case Input.DesiredRejected notHere -> {}
        }
    }

    private static void pressed(Turn turn, Input.Key key) {
        if (key == Input.Key.ACTIVE) {
            active(turn);
            return;
        }
        boolean leaves =
                key == Input.Key.BACK || key == Input.Key.FINISH || key == Input.Key.DONE || key == Input.Key.OK;
        switch (turn.visit()) {
            case Visit.Idle idle -> atWelcome(turn, key);
            case Visit.Choosing choosing when key == Input.Key.OPEN -> Pickup.open(turn, choosing);
            case Visit.Stuck stuck -> stuck(turn, stuck, key);
            case Visit.Closed closed -> Doors.confirmedBy(turn, closed, key);
            case Visit.EmptyingBin emptying -> StaffWork.answered(turn, emptying, key);
            case Visit.InTrouble trouble when leaves -> leave(turn, trouble.then());
            case Visit.TypingCard v when leaves -> turn.end();
            case Visit.TypingPin v when leaves -> turn.end();
            case Visit.Choosing v when leaves -> turn.end();
            case Visit.Returning v when leaves -> turn.end();
            case Visit.StaffHome v when leaves -> turn.end();
            case Visit.TypingCard v -> {}
            case Visit.TypingPin v -> {}
            case Visit.Choosing v -> {}
            case Visit.Returning v -> {}
            case Visit.StaffHome v -> {}
            case Visit.InTrouble v -> {}
            case Visit.Recovering v -> {}
            case Visit.Checking v -> {}
            case Visit.Pulsing v -> {}
            case Visit.Open v -> {}
            case Visit.FlapPulsing v -> {}
            case Visit.FlapOpen v -> {}
        }
    }

    private static void active(Turn turn) {
        turn.to(turn.visit() instanceof Visit.Idle ? new Visit.Idle(true) : turn.visit());
    }

    private static void atWelcome(Turn turn, Input.Key key) {
        if (key == Input.Key.RETURN) {
            Returns.begin(turn);
        } else if (key == Input.Key.TYPE_CARD) {
            turn.to(new Visit.TypingCard(false));
        }
    }

    private static void stuck(Turn turn, Visit.Stuck stuck, Input.Key key) {
        if (key == Input.Key.RETRY) {
            Doors.retry(turn, stuck);
        } else if (key == Input.Key.OK || key == Input.Key.FINISH) {
            Doors.giveUp(turn, stuck.job(), stuck.intent());
        }
    }

    static void leave(Turn turn, Visit then) {
        if (then instanceof Visit.Idle) {
            turn.end();
        } else {
            turn.to(then);
        }
    }

    private static void choose(Turn turn, HoldId hold, boolean chosen) {
        if (turn.visit() instanceof Visit.Choosing choosing) {
            Set<HoldId> next = new HashSet<>(choosing.chosen());
            if (!chosen) {
                next.remove(hold);
            } else if (Shelf.lines(turn.kiosk(), choosing.patron()).stream()
                    .anyMatch(line -> line.hold().equals(hold))) {
                next.add(hold);
            }
            turn.to(new Visit.Choosing(choosing.patron(), next));
        }
    }

    private static void typed(Turn turn, Barcode barcode) {
        if (!(turn.visit() instanceof Visit.TypingCard)) {
            return;
        }
        if (barcode.card()) {
            SignIn.card(turn, barcode.mac());
        } else {
            turn.to(new Visit.TypingCard(true));
        }
    }

    private static void unreadable(Turn turn) {
        switch (turn.visit()) {
            case Visit.Idle idle -> unreadable(turn, idle);
            case Visit.Returning returning -> unreadable(turn, returning);
            case Visit.StaffHome home -> unreadable(turn, home);
            case Visit.InTrouble trouble -> unreadable(turn, trouble.then());
            case Visit.TypingCard v -> unreadable(turn, v);
            case Visit.TypingPin v -> {}
            case Visit.Choosing v -> {}
            case Visit.EmptyingBin v -> {}
            case Visit.Recovering v -> {}
            case Visit.Checking v -> {}
            case Visit.Pulsing v -> {}
            case Visit.Stuck v -> {}
            case Visit.Open v -> {}
            case Visit.Closed v -> {}
            case Visit.FlapPulsing v -> {}
            case Visit.FlapOpen v -> {}
        }
    }

    private static void unreadable(Turn turn, Visit then) {
        turn.refuse(Refusal.UNREADABLE_BARCODE, "a barcode that could not be read", Problem.UNREADABLE_BARCODE, then);
    }

    /** @param at where the person is, which for somebody reading what went wrong is where they go on */
    private static void scanned(Turn turn, Visit at, Barcode barcode) {
        switch (at) {
            case Visit.Idle v -> newcomer(turn, barcode);
            case Visit.TypingCard v -> newcomer(turn, barcode);
            case Visit.TypingPin v -> nextPerson(turn, barcode);
            case Visit.Choosing v -> nextPerson(turn, barcode);
            case Visit.Returning returning -> whileReturning(turn, returning, barcode);
            case Visit.StaffHome home -> whileStaff(turn, home, barcode);
            case Visit.EmptyingBin emptying -> whileEmptying(turn, barcode);
            case Visit.InTrouble trouble -> scanned(turn, trouble.then(), barcode);
            case Visit.Open open
            when open.late() -> turn.stay(new Visit.Open(open.job(), open.intent(), Visit.Watch.LEFT, true));
            case Visit.Open v -> {}
            case Visit.Recovering v -> {}
            case Visit.Checking v -> {}
            case Visit.Pulsing v -> {}
            case Visit.Stuck v -> {}
            case Visit.Closed v -> {}
            case Visit.FlapPulsing v -> {}
            case Visit.FlapOpen v -> {}
        }
    }

    private static void nextPerson(Turn turn, Barcode barcode) {
        turn.end();
        newcomer(turn, barcode);
    }

    private static void newcomer(Turn turn, Barcode barcode) {
        Optional<Claim> badge = SignIn.badge(turn, barcode.mac());
        if (badge.isPresent()) {
            SignIn.staff(turn, badge.get());
        } else if (barcode.misread()) {
            unreadable(turn, new Visit.Idle(false));
        } else if (barcode.card()) {
            SignIn.card(turn, barcode.mac());
        } else if (barcode.ours()) {
            Returns.scanned(turn, List.of(), barcode);
        } else {
            turn.refuse(
                    Refusal.NOT_OUR_ITEM,
                    "a barcode that is neither a card nor one of our items",
                    Problem.UNKNOWN_BARCODE,
                    new Visit.Idle(false));
        }
    }

    private static void whileReturning(Turn turn, Visit.Returning returning, Barcode barcode) {
        if (barcode.card() || SignIn.badge(turn, barcode.mac()).isPresent()) {
            nextPerson(turn, barcode);
        } else if (barcode.misread()) {
            unreadable(turn, returning);
        } else {
            Returns.scanned(turn, returning.returned(), barcode);
        }
    }

    /** The books out of the bin pass the scanner: only a card or a badge is somebody's doing. */
    private static void whileEmptying(Turn turn, Barcode barcode) {
        if (barcode.card() || SignIn.badge(turn, barcode.mac()).isPresent()) {
            nextPerson(turn, barcode);
        }
    }

    private static void whileStaff(Turn turn, Visit.StaffHome home, Barcode barcode) {
        if (barcode.misread()) {
            unreadable(turn, home);
        } else if (barcode.card() || SignIn.badge(turn, barcode.mac()).isPresent()) {
            nextPerson(turn, barcode);
        } else {
            StaffWork.load(turn, home.staff(), barcode);
        }
    }
}
