/** Classes that break the house's rules, for the rules to find. */
@NullMarked
package foyer.server.planted.catalogue;

import org.jspecify.annotations.NullMarked;
