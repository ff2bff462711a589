/** Decisions, played by hand: no clock, no disk, no hardware. */
@NullMarked
package foyer.kiosk.circulation;

import org.jspecify.annotations.NullMarked;
