/**
 * The station's own database (SQLite): the journal of facts, the outbox of those the server has not acked, what the
 * server last wanted, and the attempts to sign in. Comes in: a {@link foyer.kiosk.store.Commit}, made durable as one
 * transaction; acks. Goes out: all of it again at the next start, and the outbox in order. The only room that touches
 * {@code java.sql}; holds no card number, PIN or name, and not the key the cards are hashed with.
 */
@NullMarked
package foyer.kiosk.store;

import org.jspecify.annotations.NullMarked;
