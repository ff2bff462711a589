/** Tests of the words between station and server, by the codec, the schema and the frozen examples. */
@NullMarked
package foyer.station;

import org.jspecify.annotations.NullMarked;
