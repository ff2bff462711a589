/** The database, opened, damaged and opened again. */
@NullMarked
package foyer.kiosk.store;

import org.jspecify.annotations.NullMarked;
