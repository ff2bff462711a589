/**
 * Commands of patrons and staff: load, decide, write, in one transaction. With {@code ingest} the only caller of the
 * server's decide and the only writer of the ledger. Comes in: a command with who gives it. Goes out: an answer that is
 * a value, refusals too.
 */
@NullMarked
package foyer.server.desk;

import org.jspecify.annotations.NullMarked;
