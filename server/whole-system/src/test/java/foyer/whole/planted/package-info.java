/** Classes that break a rule of {@code RoomsTest} on purpose: a rule that lets them pass guards nothing. */
@NullMarked
package foyer.whole.planted;

import org.jspecify.annotations.NullMarked;
