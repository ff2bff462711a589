/**
 * The views: how each screen is drawn. Comes in: a view model. Goes out: nodes, and what their buttons send to {@link
 * foyer.kiosk.screen.view.Kit.Press}. They bind and paint and keep nothing.
 */
@NullMarked
package foyer.kiosk.screen.view;

import org.jspecify.annotations.NullMarked;
