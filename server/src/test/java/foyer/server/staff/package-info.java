/** Tests of the room of the same name. */
@NullMarked
package foyer.server.staff;

import org.jspecify.annotations.NullMarked;
