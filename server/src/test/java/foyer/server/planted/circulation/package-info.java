/** Classes that break the house's rules, for the rules to find. */
@NullMarked
package foyer.server.planted.circulation;

import org.jspecify.annotations.NullMarked;
