package foyer.kiosk.planted.scan;

import foyer.kiosk.link.EnrolmentRefused;

public final class LinkInScan {
    public EnrolmentRefused refused() {
        return new EnrolmentRefused("planted");
    }
}
