/** Tests of the room of the same name. */
@NullMarked
package foyer.server.broker;

import org.jspecify.annotations.NullMarked;
