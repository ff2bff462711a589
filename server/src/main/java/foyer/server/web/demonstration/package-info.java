/**
 * One page for trying the whole house without hardware, present only when configured. Comes in: what a person pressed.
 * Goes out: the same to the demonstration process and to the touchscreen's mirror, on fixed paths of configured
 * loopback addresses only.
 */
@NullMarked
package foyer.server.web.demonstration;

import org.jspecify.annotations.NullMarked;
