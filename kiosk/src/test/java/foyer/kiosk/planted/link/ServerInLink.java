package foyer.kiosk.planted.link;

import foyer.server.planted.AnyServerClass;

public final class ServerInLink {
    public AnyServerClass server() {
        return new AnyServerClass();
    }
}
