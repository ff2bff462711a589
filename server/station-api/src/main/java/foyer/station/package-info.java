/**
 * What a station and the server say to each other, and nothing else: ids, the station's facts ({@link
 * foyer.station.StationEvent}), the server's messages ({@link foyer.station.ServerMessage}), the topics they travel on
 * and the codec that turns them into JSON and back.
 *
 * <p>Comes in: records. Goes out: bytes, and the other way round. Touches no file, no network, no clock. Both sides
 * ignore fields they do not know; the examples under {@code examples/v1} are frozen and decode for ever.
 */
@NullMarked
package foyer.station;

import org.jspecify.annotations.NullMarked;
