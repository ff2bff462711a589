/**
 * Who may come in by HTTP, and what every answer must carry. Comes in: a request. Goes out: a signed-in person or a
 * refusal. May touch the staff and patron directories, nothing else of the house.
 */
@NullMarked
package foyer.server.web.safe;

import org.jspecify.annotations.NullMarked;
