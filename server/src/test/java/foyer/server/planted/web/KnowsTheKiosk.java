package foyer.server.planted.web;

import foyer.kiosk.SomethingOfTheKiosk;

final class KnowsTheKiosk {
    private KnowsTheKiosk() {}

    static String name() {
        return SomethingOfTheKiosk.NAME;
    }

    static SomethingOfTheKiosk it() {
        return new SomethingOfTheKiosk();
    }
}
