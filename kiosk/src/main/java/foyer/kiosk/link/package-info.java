/**
 * The station's line to the server: enrolment once, then MQTT for ever. Comes in: the store's outbox, the station's
 * picture. Goes out: what the server said, its signature checked; whether the line stands. The only room that touches
 * the MQTT client and the station's identity.
 */
@NullMarked
package foyer.kiosk.link;

import org.jspecify.annotations.NullMarked;
