/** Planted against a rule of RoomsTest, which must see it. */
@NullMarked
package foyer.kiosk.planted.door;

import org.jspecify.annotations.NullMarked;
