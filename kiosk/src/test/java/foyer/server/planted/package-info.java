/** Stands for the server, which the kiosk cannot see: there to be forbidden. */
@NullMarked
package foyer.server.planted;

import org.jspecify.annotations.NullMarked;
