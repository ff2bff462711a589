/**
 * The benchmark of a serial line: the bridge over a real pseudo-terminal through jSerialComm, against simulated boards
 * that take the time a wire takes. Prints a table with the limits beside the figures.
 */
@NullMarked
package foyer.bridge.bench;

import org.jspecify.annotations.NullMarked;
