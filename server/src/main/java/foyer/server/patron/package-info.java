/** Patrons and how they prove who they are. */
@NullMarked
package foyer.server.patron;

import org.jspecify.annotations.NullMarked;
