package foyer.bridge.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * The bytes of a Linux keyboard device (struct input_event, in the machine's byte order) as what was typed. A key's
 * repeats while it is held are not typed; what cannot be told for sure is {@link #UNKNOWN}, which makes a scan
 * unreadable rather than wrong.
 */
final class KeyEvents {
    /** A key that types nothing, a command, or keys the system lost; no scanner sends it. */
    static final char UNKNOWN = '\u0001';

    /** Bytes of an event where a long has 8: two for the time, then type and code (16 bits), value (32 bits). */
    static final int BYTES_64 = 24;
    /** Bytes of an event where a long has 4. */
    static final int BYTES_32 = 16;

    private static final int TYPE_SYNC = 0;
    private static final int TYPE_KEY = 1;
    private static final int SYNC_REPORT = 0;
    /** The system's buffer was full; what comes up to the next report is a remainder. */
    private static final int SYNC_DROPPED = 3;

    private static final int RELEASED = 0;
    private static final int PRESSED = 1;

    private final byte[] event;
    private final Set<Integer> down = new HashSet<>();
    private int filled;
    private boolean dropping;

    /** @param eventBytes {@link #BYTES_64} or {@link #BYTES_32} */
    KeyEvents(int eventBytes) {
        if (eventBytes != BYTES_64 && eventBytes != BYTES_32) {
            throw new IllegalArgumentException("an input event has 16 or 24 bytes, not " + eventBytes);
        }
        this.event = new byte[eventBytes];
    }

    /** Takes the next bytes, in pieces of any length; returns what they type, CR for the enter keys. */
    byte[] feed(byte[] bytes) {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        for (byte b : bytes) {
            event[filled++] = b;
            if (filled == event.length) {
                filled = 0;
                take(typed);
            }
        }
        return typed.toByteArray();
    }

    private void take(ByteArrayOutputStream typed) {
        ByteBuffer fields = ByteBuffer.wrap(event, event.length - 8, 8).slice().order(ByteOrder.nativeOrder());
        int type = Short.toUnsignedInt(fields.getShort(0));
        int code = Short.toUnsignedInt(fields.getShort(2));
        int value = fields.getInt(4);
        if (type == TYPE_SYNC) {
            sync(code, typed);
        } else if (type == TYPE_KEY && !dropping) {
            key(code, value, typed);
        }
    }

    private void sync(int code, ByteArrayOutputStream typed) {
        if (code == SYNC_DROPPED) {
            dropping = true;
            down.clear();
            typed.write(UNKNOWN);
        } else if (code == SYNC_REPORT) {
            dropping = false;
        }
    }

    private void key(int code, int value, ByteArrayOutputStream typed) {
        boolean modifier = UsKeys.isShift(code) || UsKeys.isCommand(code);
        if (modifier && value == PRESSED) {
            down.add(code);
        } else if (modifier && value == RELEASED) {
            down.remove(code);
        } else if (value == PRESSED) {
            boolean command = down.stream().anyMatch(UsKeys::isCommand);
            typed.write(command ? UNKNOWN : UsKeys.typed(code, !down.isEmpty()));
        }
    }
}
