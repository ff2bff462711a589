package foyer.bridge.scan.camera;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a camera's bytes into JPEG pictures, whether they follow one another directly or with a multipart boundary
 * between them. It walks along the segments, because a header may hold a small picture of its own. What is no whole
 * picture is left out, and the next whole one is found.
 */
public final class MjpegStream {
    /** The longest picture; a longer one is no camera's of this resolution, and a bound keeps garbage out of memory. */
    public static final int MAX_BYTES = 2 << 20;

    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int STUFFED = 0x00;

    /** Where in a picture the next byte belongs. */
    private enum Place {
        /** Between pictures. */
        OUTSIDE,
        OUTSIDE_MARK,
        /** A marker must follow. */
        MARKER,
        MARKER_CODE,
        LENGTH_HIGH,
        LENGTH_LOW,
        SEGMENT,
        /** Compressed data, up to the next marker. */
        DATA,
        DATA_MARK
    }

    private Place place = Place.OUTSIDE;
    private byte[] picture = new byte[64 << 10];
    private int size;
    private int code;
    private int length;

    /** Takes the first {@code count} of these bytes; returns the pictures they complete, each with both its ends. */
    public List<byte[]> feed(byte[] bytes, int count) {
        List<byte[]> whole = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int b = Byte.toUnsignedInt(bytes[i]);
            if (place != Place.OUTSIDE) {
                keep(b);
            }
            place = next(b);
            if (place == Place.OUTSIDE && size > 0) {
                if (code == END) {
                    whole.add(Arrays.copyOf(picture, size));
                }
                size = 0;
                code = 0;
            }
        }
        return whole;
    }

    private void keep(int b) {
        if (size == picture.length) {
            picture = Arrays.copyOf(picture, Math.min(2 * size, MAX_BYTES));
        }
        picture[size++] = (byte) b;
    }

    private Place next(int b) {
        if (size == MAX_BYTES) {
            code = 0;
            return Place.OUTSIDE;
        }
        return switch (place) {
            case OUTSIDE -> outside(b);
            case OUTSIDE_MARK -> b == START ? Place.MARKER : b == MARK ? outside(b) : Place.OUTSIDE;
            case MARKER -> b == MARK ? Place.MARKER_CODE : Place.OUTSIDE;
            case MARKER_CODE -> b == MARK ? Place.MARKER_CODE : marker(b);
            case LENGTH_HIGH -> {
                length = b << 8;
                yield Place.LENGTH_LOW;
            }
            case LENGTH_LOW -> {
                length += b - 2;
                yield length < 0 ? Place.OUTSIDE : segment();
            }
            case SEGMENT -> {
                length--;
                yield segment();
            }
            case DATA -> b == MARK ? Place.DATA_MARK : Place.DATA;
            case DATA_MARK -> dataMark(b);
        };
    }

    private Place outside(int b) {
        size = 0;
        code = 0;
        if (b != MARK) {
            return Place.OUTSIDE;
        }
        keep(b);
        return Place.OUTSIDE_MARK;
    }

    private Place marker(int b) {
        code = b;
        if (b == START) {
            return begun();
        }
        if (b == END || b == STUFFED || isAlone(b)) {
            // An end before any data is no picture.
            code = 0;
            return Place.OUTSIDE;
        }
        return Place.LENGTH_HIGH;
    }

    private Place segment() {
        if (length > 0) {
            return Place.SEGMENT;
        }
        return code == SCAN ? Place.DATA : Place.MARKER;
    }

    private Place dataMark(int b) {
        if (b == MARK) {
            return Place.DATA_MARK;
        }
        if (b == STUFFED || isAlone(b)) {
            return Place.DATA;
        }
        code = b;
        return switch (b) {
            case END -> Place.OUTSIDE;
            // The rest of the picture before was lost on the way.
            case START -> begun();
            default -> Place.LENGTH_HIGH;
        };
    }

    private Place begun() {
        picture[0] = (byte) MARK;
        picture[1] = (byte) START;
        size = 2;
        return Place.MARKER;
    }

    /** Markers without a segment. */
    private static boolean isAlone(int b) {
        return b == TEMPORARY || (b >= FIRST_RESTART && b <= LAST_RESTART);
    }
}
