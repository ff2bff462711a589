package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.BinConfirmModel;
import foyer.kiosk.screen.model.CardNumberModel;
import foyer.kiosk.screen.model.CheckingModel;
import foyer.kiosk.screen.model.DoorOpenModel;
import foyer.kiosk.screen.model.DropReturnModel;
import foyer.kiosk.screen.model.InspectConfirmModel;
import foyer.kiosk.screen.model.InspectDoorModel;
import foyer.kiosk.screen.model.LoadConfirmModel;
import foyer.kiosk.screen.model.LoadDoorModel;
import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.OpeningModel;
import foyer.kiosk.screen.model.PinModel;
import foyer.kiosk.screen.model.ReadyModel;
import foyer.kiosk.screen.model.ScanReturnModel;
import foyer.kiosk.screen.model.StaffHomeModel;
import foyer.kiosk.screen.model.StartingModel;
import foyer.kiosk.screen.model.TakeBooksModel;
import foyer.kiosk.screen.model.TroubleModel;
import foyer.kiosk.screen.model.WelcomeModel;
import javafx.scene.Node;

/** Every screen's drawing. */
public final class Views {
    private Views() {}

    public static Node paint(Model model, Kit kit) {
        return switch (model) {
            case StartingModel starting -> StartingView.paint(starting, kit);
            case WelcomeModel welcome -> WelcomeView.paint(welcome, kit);
            case CardNumberModel number -> CardNumberView.paint(number, kit);
            case PinModel pin -> PinView.paint(pin, kit);
            case CheckingModel checking -> CheckingView.paint(checking, kit);
            case ReadyModel ready -> ReadyView.paint(ready, kit);
            case OpeningModel opening -> OpeningView.paint(opening, kit);
            case DoorOpenModel open -> DoorOpenView.paint(open, kit);
            case TakeBooksModel take -> TakeBooksView.paint(take, kit);
            case ScanReturnModel scan -> ScanReturnView.paint(scan, kit);
            case DropReturnModel drop -> DropReturnView.paint(drop, kit);
            case StaffHomeModel home -> StaffHomeView.paint(home, kit);
            case LoadDoorModel load -> LoadDoorView.paint(load, kit);
            case LoadConfirmModel confirm -> LoadConfirmView.paint(confirm, kit);
            case InspectDoorModel inspect -> InspectDoorView.paint(inspect, kit);
            case InspectConfirmModel confirm -> InspectConfirmView.paint(confirm, kit);
            case BinConfirmModel confirm -> BinConfirmView.paint(confirm, kit);
            case TroubleModel trouble -> TroubleView.paint(trouble, kit);
        };
    }
}
