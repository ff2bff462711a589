package foyer.kiosk.link;

import foyer.station.ServerMessage.Desired;
import foyer.station.Signed;

/** What the link tells, on its own thread. */
public interface LinkListener {
    /** @param desired as read from {@code signed}, whose signature is the server's */
    void desired(Signed signed, Desired desired);

    /** A message that was not the server's or could not be read; {@code why} does not repeat it. */
    void rejected(String why);

    void online(boolean is);
}
