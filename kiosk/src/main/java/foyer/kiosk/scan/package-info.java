/**
 * Barcodes: what a scanner read or a person typed becomes a {@link foyer.kiosk.circulation.Barcode}, by the network's
 * formats and the station's card key. A card's number ends here: only its keyed hash goes on.
 */
@NullMarked
package foyer.kiosk.scan;

import org.jspecify.annotations.NullMarked;
