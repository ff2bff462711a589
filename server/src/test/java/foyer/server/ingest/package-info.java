/** Tests of the room of the same name. */
@NullMarked
package foyer.server.ingest;

import org.jspecify.annotations.NullMarked;
