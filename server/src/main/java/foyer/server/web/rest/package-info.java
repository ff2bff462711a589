/**
 * REST v1. Comes in: JSON of patrons, staff and stations that enrol. Goes out: JSON, and for every refusal a problem
 * (RFC 9457) with a stable code and words in the caller's language. Reads {@code projection}, calls {@code desk}.
 */
@NullMarked
package foyer.server.web.rest;

import org.jspecify.annotations.NullMarked;
