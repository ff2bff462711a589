/**
 * Drivers of lock boards: questions go out on a {@link foyer.bridge.line.Line}, readings of all contacts come back. One
 * {@link foyer.bridge.board.WireBus} is as careful for every protocol; a {@link foyer.bridge.board.Protocol} is what
 * differs, the bytes. It knows channels and raw contacts, not what hangs on them.
 */
@NullMarked
package foyer.bridge.board;

import org.jspecify.annotations.NullMarked;
