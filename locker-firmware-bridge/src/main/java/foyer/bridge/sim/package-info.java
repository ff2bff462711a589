/**
 * Simulated hardware that talks bytes on the other end of a line: boards (what they do, and apart from it how each kind speaks), scanners, and a wall of them in memory or on
 * pseudo-terminals. Shipped, and chosen only by configuration. The only room that may touch pty4j.
 */
@NullMarked
package foyer.bridge.sim;

import org.jspecify.annotations.NullMarked;
