/** Wiring only: the server's start, and its settings as one record. */
@NullMarked
package foyer.server;

import org.jspecify.annotations.NullMarked;
