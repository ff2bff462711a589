/**
 * What a station and the server say to each other, and nothing else: ids, the station's facts ({@link
 * foyer.station.StationEvent}), the server's messages ({@link foyer.station.ServerMessage}), the topics they travel on
 * and the codec that turns them into JSON and back.
 *
 * <p>Comes in: records. Goes out: bytes, and the other way round. Touches no file, no network, no clock, no
 * thread. Both sides ignore fields they do not know. For readers in other languages the same is said by {@code
 * foyer/station/v1/schema.json} (JSON Schema 2020-12) and {@code asyncapi.json} (AsyncAPI 3.0) beside it; the examples
 * under {@code examples/v1} are frozen and decode for ever.
 */
@NullMarked
package foyer.station;

import org.jspecify.annotations.NullMarked;
