/**
 * The bytes of lock boards as records, both ways. In come bytes, out go records, and the other way round; nothing in
 * here waits, reads, writes or knows a clock. One protocol so far: {@code 8A/80}.
 */
@NullMarked
package foyer.bridge.frame;

import org.jspecify.annotations.NullMarked;
