/**
 * The truth, in SQL: who holds and has what, every station's events and how far they are applied. Comes in: changes that
 * {@code ingest} or {@code desk} decided; outside of circulation also what {@code broker} enrolled and what {@code
 * dispatch} sent. Goes out: records. The only room, with {@code projection}, that knows SQL; it decides nothing.
 *
 * <p>Statements are plain SQL that SQLite and PostgreSQL both take. In SQLite one connection writes, and each of its
 * transactions begins as a writing one, so that a reader never has to give way to itself half-way. In PostgreSQL several
 * do, also those of other servers; whose transaction does not fit after theirs runs again.
 */
@NullMarked
package foyer.server.ledger;

import org.jspecify.annotations.NullMarked;
