/**
 * Lock boards, return bins and scanners as one small API: {@link foyer.bridge.Bridge} is started from a {@link
 * foyer.bridge.Hardware} file, opens doors and flaps, and tells a {@link foyer.bridge.BridgeListener} what its sensors
 * say. It knows no patrons, holds or loans.
 */
@NullMarked
package foyer.bridge;

import org.jspecify.annotations.NullMarked;
