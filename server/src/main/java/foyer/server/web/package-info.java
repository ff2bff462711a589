/**
 * What people and programs see of the server: pages for staff, REST for patrons and staff. Comes in: HTTP. Goes out:
 * pages and JSON in four languages. Reads {@code projection} and calls {@code desk}; never touches the ledger.
 */
@NullMarked
package foyer.server.web;

import org.jspecify.annotations.NullMarked;
