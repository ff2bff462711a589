package foyer.bridge.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes a keyboard device gives when somebody types; its key map is written down here once more, by hand. */
final class Typist {
    private static final int SHIFT = 42;
    private static final String UNSHIFTED = "??1234567890-=??qwertyuiop[]\r?asdfghjkl;'`?\\zxcvbnm,./??? ";
    private static final String SHIFTED = "??!@#$%^&*()_+??QWERTYUIOP{}\r?ASDFGHJKL:\"~?|ZXCVBNM<>???? ";

    private final int eventBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Typist(int eventBytes) {
        this.eventBytes = eventBytes;
    }

    Typist type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int plain = c == '?' ? -1 : UNSHIFTED.indexOf(c);
            if (plain >= 0) {
                press(plain).release(plain);
            } else {
                int key = c == '?' ? 53 : SHIFTED.indexOf(c);
                press(SHIFT).press(key).release(key).release(SHIFT);
            }
        }
        return this;
    }

    Typist press(int key) {
        // As devices do: the scan code before, a report behind.
        return event(4, 4, key).event(1, key, 1).event(0, 0, 0);
    }

    Typist release(int key) {
        return event(1, key, 0).event(0, 0, 0);
    }

    Typist event(int type, int code, int value) {
        ByteBuffer event = ByteBuffer.allocate(eventBytes).order(ByteOrder.nativeOrder());
        event.position(eventBytes - 8);
        event.putShort((short) type).putShort((short) code).putInt(value);
        bytes.writeBytes(event.array());
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
