package foyer.bridge.planted.scan;

import org.slf4j.LoggerFactory;

/** Planted: a scan that ends up in a log. */
public final class LoggerInScan {
    private LoggerInScan() {}

    public static void log(String text) {
        LoggerFactory.getLogger(LoggerInScan.class).info("scanned {}", text);
    }
}
