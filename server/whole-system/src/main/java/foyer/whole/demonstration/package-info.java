/**
 * The demonstration: one site with everything real but the wall, which is simulated, and a small loopback service by
 * which a page of the server shows that wall, scans cards and books, closes doors and jams them.
 */
@NullMarked
package foyer.whole.demonstration;

import org.jspecify.annotations.NullMarked;
