/**
 * The pins of a Raspberry Pi as lock boards: plain relays, contacts and lamps. In come the pins of each board; out go
 * readings of all contacts, and {@link foyer.bridge.line.LineLost} when the pins cannot be had. The only room that may
 * touch Pi4J.
 */
@NullMarked
package foyer.bridge.gpio;

import org.jspecify.annotations.NullMarked;
