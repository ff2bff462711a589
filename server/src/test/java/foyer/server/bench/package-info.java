/** How fast circulation is over a big library: {@code mvn -Pbench-circulation} prints the table. No test runs it. */
@NullMarked
package foyer.server.bench;

import org.jspecify.annotations.NullMarked;
