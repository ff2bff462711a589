/** Tests of the values a library sets. */
@NullMarked
package foyer.server.circulation.policy;

import org.jspecify.annotations.NullMarked;
