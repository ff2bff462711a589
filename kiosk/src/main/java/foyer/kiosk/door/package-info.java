/**
 * The only user of the bridge's locks and bins. Comes in: the bridge's reports, and effects to carry out. Goes out: the
 * same reports as inputs of circulation, in their order. Knows no patrons and decides nothing.
 */
@NullMarked
package foyer.kiosk.door;

import org.jspecify.annotations.NullMarked;
