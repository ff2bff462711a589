/**
 * Byte lines to the hardware: a serial port, a TCP connection, or two ends in memory. In come bytes to write and where
 * to open; out go bytes as they arrive, and {@link foyer.bridge.line.LineLost} once when the line is gone. The only room
 * that may touch jSerialComm; it knows no protocol.
 */
@NullMarked
package foyer.bridge.line;

import org.jspecify.annotations.NullMarked;
