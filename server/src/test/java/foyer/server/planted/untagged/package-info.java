/** A test that would run on one database only, for the check to find. */
@NullMarked
package foyer.server.planted.untagged;

import org.jspecify.annotations.NullMarked;
