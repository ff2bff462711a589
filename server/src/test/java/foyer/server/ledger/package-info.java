/** The ledger in both of its databases. */
@NullMarked
package foyer.server.ledger;

import org.jspecify.annotations.NullMarked;
