/**
 * Tells open station pages that something changed. Comes in: {@code LedgerChanged}. Goes out: server-sent events,
 * which carry no data; the page then asks for its part again, with its own rights.
 */
@NullMarked
package foyer.server.web.live;

import org.jspecify.annotations.NullMarked;
