/**
 * The pages of staff. Comes in: a signed-in member of staff and what was pressed. Goes out: HTML that also works
 * without scripts. Reads {@code projection}, calls {@code desk}.
 */
@NullMarked
package foyer.server.web.pages;

import org.jspecify.annotations.NullMarked;
