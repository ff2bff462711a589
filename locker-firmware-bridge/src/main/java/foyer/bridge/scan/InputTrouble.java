package foyer.bridge.scan;

/** What the C library's errors mean for a keyboard device, in words for staff. */
final class InputTrouble {
    private static final String GROUP = "is it a keyboard device? is the user in the group input?";

    private InputTrouble() {}

    static String opening(String path, int error) {
        return switch (error) {
            case InputDevice.ENOENT -> "there is no device " + path + ": is the scanner plugged in?";
            case InputDevice.ENODEV -> path + " is gone";
            default -> path + " cannot be opened (error " + error + "): " + GROUP;
        };
    }

    static String grabbing(String path, int error) {
        return switch (error) {
            case InputDevice.EBUSY -> path + " is held by another program";
            case InputDevice.ENODEV -> path + " is gone";
            default -> path + " cannot be taken for this program alone (error " + error + "): " + GROUP;
        };
    }

    /** @param error 0 if the device ended without one */
    static String reading(String path, int error) {
        return switch (error) {
            case 0, InputDevice.ENODEV -> path + " is gone";
            default -> path + " cannot be read (error " + error + "): " + GROUP;
        };
    }
}
