/**
 * What serial scanners send, as barcodes. In come bytes and silences, out go texts or the reason there is none. The
 * text may be a person's card: nothing in here logs it or puts it into a message.
 */
@NullMarked
package foyer.bridge.scan;

import org.jspecify.annotations.NullMarked;
