/** Classes that break the rules on purpose: each check has to find its own. */
@NullMarked
package foyer.station.planted;

import org.jspecify.annotations.NullMarked;
