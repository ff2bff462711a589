/**
 * The touchscreen. Comes in: {@link foyer.kiosk.session.Frame}, data without words. Goes out: {@link
 * foyer.kiosk.session.Touch}, one per press. It has the words, the drawings and what a person sets for one visit
 * (language, contrast, size, height); it knows no rule of lending. May touch JavaFX; never store, door, link, scan,
 * circulation or the bridge.
 */
@NullMarked
package foyer.kiosk.screen;

import org.jspecify.annotations.NullMarked;
