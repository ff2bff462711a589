/**
 * What goes out to stations. Comes in: the word that the ledger changed or that a station was born. Goes out: what each
 * station is to follow, versioned and signed. Owns the server's one connection to the broker, which {@code ingest}
 * listens on and answers through; writes of the ledger only which version was sent.
 */
@NullMarked
package foyer.server.dispatch;

import org.jspecify.annotations.NullMarked;
