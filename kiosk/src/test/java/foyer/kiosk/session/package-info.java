/** A whole station but for its screen and its broker: real bridge on bytes, real database, real time. */
@NullMarked
package foyer.kiosk.session;

import org.jspecify.annotations.NullMarked;
