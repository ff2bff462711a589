package foyer.bridge.planted.frame;

import com.digitalpetri.modbus.TimeoutScheduler;

/** Planted: a frame that waits, with a class from the package of the library's CRC. */
public final class TimeoutInFrame {
    private TimeoutInFrame() {}

    public static String of(TimeoutScheduler scheduler) {
        return scheduler.toString();
    }
}
