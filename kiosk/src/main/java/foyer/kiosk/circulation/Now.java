package foyer.kiosk.circulation;

import foyer.station.IntentId;
import java.time.Instant;

/**
 * What a decision is handed of the world's time and chance.
 *
 * @param ms milliseconds this station has been running, all its starts together; never goes back and never jumps, so
 *     every time allowed and every limit is measured by it
 * @param wall what the clock on the wall says; for the returns calendar only
 * @param wallKnown whether that clock was ever set; an unset one refuses nobody's return
 * @param fresh an id nobody has used; a decision makes at most one intent
 */
public record Now(long ms, Instant wall, boolean wallKnown, IntentId fresh) {}
