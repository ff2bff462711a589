/**
 * The truth, in SQL: who holds and has what, every station's events and how far they are applied. Comes in: changes that
 * {@code ingest} or {@code desk} decided; outside of circulation also what {@code broker} enrolled and what {@code
 * dispatch} sent. Goes out: records. The only room, with {@code projection}, that knows SQL; it decides nothing.
 *
 * <p>One connection writes, and each of its transactions begins as a writing one, so that a reader never has to give way
 * to itself half-way. Statements are plain SQL that PostgreSQL takes as well.
 */
@NullMarked
package foyer.server.ledger;

import org.jspecify.annotations.NullMarked;
