/**
 * The server's decisions: holds, items and loans as types, policy as data, and pure functions from what is known and
 * what was asked or happened to what follows. Comes in: commands, station facts, the ledger's picture of what they name
 * and the time as a value. Goes out: an {@link foyer.server.circulation.Outcome} or a list of {@link
 * foyer.server.circulation.Change}. Touches no disk, network, clock, thread or chance, so that the simulator runs the
 * very same classes.
 */
@NullMarked
package foyer.server.circulation;

import org.jspecify.annotations.NullMarked;
