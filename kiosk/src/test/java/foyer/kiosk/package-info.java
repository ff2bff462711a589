/** The kiosk's rooms, and what breaks their rules on purpose. */
@NullMarked
package foyer.kiosk;

import org.jspecify.annotations.NullMarked;
