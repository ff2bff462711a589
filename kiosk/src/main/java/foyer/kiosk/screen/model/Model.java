package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one screen says and offers. Immutable: a new one is made when the frame or the setting changes. */
public sealed interface Model
        permits StartingModel,
                WelcomeModel,
                CardNumberModel,
                PinModel,
                CheckingModel,
                ReadyModel,
                OpeningModel,
                DoorOpenModel,
                TakeBooksModel,
                ScanReturnModel,
                DropReturnModel,
                StaffHomeModel,
                LoadDoorModel,
                LoadConfirmModel,
                InspectDoorModel,
                InspectConfirmModel,
                BinConfirmModel,
                TroubleModel {

    /** The one question or the one thing to know. */
    String heading();

    /** A sentence below it, empty where there is no more to say. */
    String lead();

    /** Lists and steps, in the order they are read. */
    List<String> details();

    /** What may be pressed, the usual answer first. */
    List<Offer> offers();

    /** The digits being typed, where a number is asked for. */
    default Optional<Typed> typing() {
        return Optional.empty();
    }

    /** What the number typed so far answers, empty while it is too short. */
    default Optional<Touch> entered() {
        return Optional.empty();
    }

    /** How many pages its list has. */
    default int pages() {
        return 1;
    }

    /** Everything a person who cannot read the screen needs to hear. */
    default String spoken() {
        List<String> said = new ArrayList<>();
        said.add(heading());
        said.add(lead());
        said.addAll(details());
        offers().stream().filter(Offer::enabled).map(Offer::text).forEach(said::add);
        return String.join("\n", said.stream().filter(line -> !line.isBlank()).toList());
    }

    static Model of(View view, Setting in) {
        return switch (view) {
            case View.Starting starting -> StartingModel.of(in);
            case View.Welcome welcome -> WelcomeModel.of(welcome, in);
            case View.CardNumber number -> CardNumberModel.of(number, in);
            case View.Pin pin -> PinModel.of(pin, in);
            case View.Checking checking -> CheckingModel.of(in);
            case View.Ready ready -> ReadyModel.of(ready, in);
            case View.Opening opening -> OpeningModel.of(opening, in);
            case View.DoorOpen open -> DoorOpenModel.of(open, in);
            case View.TakeBooks take -> TakeBooksModel.of(take, in);
            case View.ScanReturn scan -> ScanReturnModel.of(scan, in);
            case View.DropReturn drop -> DropReturnModel.of(drop, in);
            case View.StaffHome home -> StaffHomeModel.of(home, in);
            case View.LoadDoor load -> LoadDoorModel.of(load, in);
            case View.LoadConfirm confirm -> LoadConfirmModel.of(confirm, in);
            case View.InspectDoor inspect -> InspectDoorModel.of(inspect, in);
            case View.InspectConfirm confirm -> InspectConfirmModel.of(confirm, in);
            case View.BinConfirm confirm -> BinConfirmModel.of(confirm, in);
            case View.Trouble trouble -> TroubleModel.of(trouble, in);
        };
    }
}
