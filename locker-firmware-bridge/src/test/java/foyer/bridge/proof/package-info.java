/**
 * The proof that no wrong door goes unnoticed: production's own rounds and openings over a line with every fault a wire
 * or network can have, on a clock that is stepped. A seed says everything, so what fails can be run again.
 */
@NullMarked
package foyer.bridge.proof;

import org.jspecify.annotations.NullMarked;
