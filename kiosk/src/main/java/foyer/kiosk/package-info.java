/** Wiring only: reads the configuration, makes the parts, hands each the others it needs, and ends them in order. */
@NullMarked
package foyer.kiosk;

import org.jspecify.annotations.NullMarked;
