/**
 * A branch's days: regular hours, public holidays, closures and special openings, and when the door's flap takes
 * returns. Comes in: days, moments and the calendar as values. Goes out: days, moments, slots and windows. Knows no
 * clock; every wall time is read in the branch's zone, right on the days when its clocks change. Every search has an
 * end, so a branch that never opens stops nobody.
 */
@NullMarked
package foyer.server.circulation.calendar;

import org.jspecify.annotations.NullMarked;
