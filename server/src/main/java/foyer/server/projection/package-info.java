/**
 * What pages and REST read: plain records, each from one query over the ledger. Comes in: ids and names to look for.
 * Goes out: records. Never writes, never decides.
 */
@NullMarked
package foyer.server.projection;

import org.jspecify.annotations.NullMarked;
