package foyer.whole.planted;

import foyer.kiosk.session.Touch;

/** Breaks: only the benchmark looks into the kiosk. */
final class LooksIntoTheKiosk {
    Touch finish() {
        return new Touch.Finish();
    }
}
