/** How long things take, measured from outside and printed beside their limits. */
@NullMarked
package foyer.whole.bench;

import org.jspecify.annotations.NullMarked;
