/**
 * The one place where things are decided to happen: takes scans, touches, door reports, time and the server's messages,
 * asks {@code circulation.decide}, has the store commit, then lets the door act and the screen show. Comes in: {@link
 * foyer.kiosk.session.Touch} and what scanners, doors and link report. Goes out: {@link foyer.kiosk.session.Frame}.
 */
@NullMarked
package foyer.kiosk.session;

import org.jspecify.annotations.NullMarked;
