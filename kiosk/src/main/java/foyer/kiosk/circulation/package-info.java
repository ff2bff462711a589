/**
 * The station's own circulation: what a scan, a press, a sensor's word or a message of the server means here and now.
 *
 * <p>Comes in: a {@link foyer.kiosk.circulation.Kiosk} (durable and passing state), one {@link
 * foyer.kiosk.circulation.Input}, and {@link foyer.kiosk.circulation.Now}. Goes out: a {@link
 * foyer.kiosk.circulation.Decision}: facts to make durable, effects to carry out after that, and the next state. Touches
 * nothing: no files, clocks, threads or randomness, so the same classes run in production and in a simulator.
 */
@NullMarked
package foyer.kiosk.circulation;

import org.jspecify.annotations.NullMarked;
