/** Classes that break the house's rules, for the rules to find. */
@NullMarked
package foyer.server.planted.web;

import org.jspecify.annotations.NullMarked;
