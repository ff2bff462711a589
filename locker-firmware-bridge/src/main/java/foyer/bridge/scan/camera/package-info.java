/**
 * A camera as a scanner. In come the bytes of a program that shows what the camera sees, out go barcodes as a serial
 * scanner would send them. The only room that may touch ZXing and ImageIO. What it reads may be a person's card:
 * nothing in here logs it or puts it into a message.
 */
@NullMarked
package foyer.bridge.scan.camera;

import org.jspecify.annotations.NullMarked;
