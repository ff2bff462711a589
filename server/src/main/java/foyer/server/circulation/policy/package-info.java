/**
 * What a library has decided for itself, as data: named values with a form each, per network, with overrides per
 * branch. Comes in: texts by key, from a table or a file. Goes out: typed answers, and the values by name, so that a
 * refusal can say which value it rests on. Touches nothing.
 */
@NullMarked
package foyer.server.circulation.policy;

import org.jspecify.annotations.NullMarked;
