/** Tests of the room of the same name. */
@NullMarked
package foyer.server.circulation.calendar;

import org.jspecify.annotations.NullMarked;
