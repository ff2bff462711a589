/**
 * What scanners send, as barcodes: serial ones, and those that play a keyboard. In come bytes, keys and silences, out go
 * codes that fit the library's formats, or the reason there is none. The text may be a person's card: nothing in here
 * logs it or puts it into a message. Foreign functions (Linux input devices) are called from one class.
 */
@NullMarked
package foyer.bridge.scan;

import org.jspecify.annotations.NullMarked;
