/** Planted against a rule of RoomsTest, which must see it. */
@NullMarked
package foyer.kiosk.planted.screen;

import org.jspecify.annotations.NullMarked;
