/**
 * Station facts come in. Comes in: what stations say, through the connection {@code dispatch} owns. Goes out: after the
 * commit, the acknowledgement of the highest contiguous event, and the word that the ledger changed. Load, decide, write
 * in one transaction per message; with {@code desk} the only caller of the server's decide.
 *
 * <p>A message that cannot be read or applied is kept raw and passed over; nothing a station says can hold it up. When
 * the ledger itself cannot write, nothing is acknowledged and the same message is tried again, so that the broker and
 * the station wait.
 */
@NullMarked
package foyer.server.ingest;

import org.jspecify.annotations.NullMarked;
