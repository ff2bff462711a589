/**
 * The mirror: the screen over HTTP on this machine alone, for the demonstration and for tests that press real buttons.
 * Comes in: requests with the token. Goes out: a picture, the controls on it, presses by JavaFX's robot. Off unless
 * configured.
 */
@NullMarked
package foyer.kiosk.screen.mirror;

import org.jspecify.annotations.NullMarked;
