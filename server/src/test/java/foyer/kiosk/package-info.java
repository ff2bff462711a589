/** Classes that break the house's rules, for the rules to find. */
@NullMarked
package foyer.kiosk;

import org.jspecify.annotations.NullMarked;
