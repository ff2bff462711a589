/** Staff and how they prove who they are. */
@NullMarked
package foyer.server.staff;

import org.jspecify.annotations.NullMarked;
