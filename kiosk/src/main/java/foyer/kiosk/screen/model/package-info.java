/**
 * The view models: what each screen says and offers, worked out from a {@link foyer.kiosk.session.View} and what the
 * person has set. Comes in: data. Goes out: words and {@link foyer.kiosk.session.Touch}es. No controls and no drawing:
 * nothing of JavaFX but observable values.
 */
@NullMarked
package foyer.kiosk.screen.model;

import org.jspecify.annotations.NullMarked;
