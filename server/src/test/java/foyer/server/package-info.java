/** Tests of the server's inner rooms, through the doors production uses. */
@NullMarked
package foyer.server;

import org.jspecify.annotations.NullMarked;
