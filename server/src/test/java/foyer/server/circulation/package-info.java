/** Tests of the room of the same name. */
@NullMarked
package foyer.server.circulation;

import org.jspecify.annotations.NullMarked;
