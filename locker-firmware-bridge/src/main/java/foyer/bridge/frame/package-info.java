/**
 * The bytes of lock boards as records, both ways. In come bytes, out go records, and the other way round; nothing in
 * here waits, reads, writes or knows a clock. The protocols are {@code 8A/80}, KERONG CU12/CU16, KERONG CU48 and, with a
 * library's PDUs, CRC and headers, Modbus over serial lines (RTU) and TCP.
 */
@NullMarked
package foyer.bridge.frame;

import org.jspecify.annotations.NullMarked;
