package foyer.bridge.line;

import java.util.Optional;

/** Why a serial port does not open, in words for staff. The numbers are Linux's (errno). */
final class PortTrouble {
    /** No such file; jSerialComm also gives it for a port that is open already in this very program. */
    private static final int MISSING = 2;

    private static final int GONE = 5;
    private static final int LOCKED = 11;
    private static final int FORBIDDEN = 13;
    private static final int BUSY = 16;
    private static final int NOT_A_PORT = 25;

    private PortTrouble() {}

    /**
     * To be put behind the port's path.
     *
     * @param holder who else has it open, if that is known
     */
    static String words(int error, Optional<String> holder) {
        return switch (error) {
            case MISSING -> " is open already in this program, or was unplugged this moment";
            case GONE -> " does not work: unplug it and plug it in again";
            case LOCKED, BUSY ->
                " is held by " + holder.orElse("another program") + ": end it, or give it another port";
            case FORBIDDEN -> " may not be opened by this user: add the user to the group dialout and log in again";
            case NOT_A_PORT -> " is no serial port";
            default -> " cannot be opened (error " + error + "): is it plugged in?";
        };
    }
}
