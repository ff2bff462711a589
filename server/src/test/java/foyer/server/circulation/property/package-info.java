/**
 * The decisions under random years: a library in memory that only decisions change, people who do anything at any time,
 * and what must be true after every step. Comes in: seeds. Goes out: failures, each with the line that replays it.
 */
@NullMarked
package foyer.server.circulation.property;

import org.jspecify.annotations.NullMarked;
