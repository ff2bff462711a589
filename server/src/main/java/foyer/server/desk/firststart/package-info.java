/**
 * An empty ledger's first start. Comes in: a directory of CSV files, or nothing. Goes out: a ledger with a library in
 * it, all of it or none, or a refusal that names the file and the line.
 */
@NullMarked
package foyer.server.desk.firststart;

import org.jspecify.annotations.NullMarked;
