/** Tests of the room of the same name. */
@NullMarked
package foyer.server.desk;

import org.jspecify.annotations.NullMarked;
