package foyer.bridge.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MjpegStreamTest {
    private static final BarcodePictures PICTURES = new BarcodePictures(1);

    private final MjpegStream stream = new MjpegStream();

    private static byte[] jpeg(int width) throws Exception {
        return PICTURES.jpeg(PICTURES.noisy(new Grey(width, 40, new byte[width * 40]), 20), 0.8f);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** As many as a false beginning can swallow, which is what one segment may have: 64 KiB; and some more. */
    private static byte[] many(byte[] picture) {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() < (64 << 10) + 2 * picture.length) {
            many.writeBytes(picture);
        }
        return many.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<byte[]> feed(byte[] bytes, int pieceBytes) {
        List<byte[]> found = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += pieceBytes) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieceBytes));
            found.addAll(stream.feed(piece, piece.length));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 99\r\n\r\n", "\u00ff\u00ff"})
    void picturesAreCutInPiecesOfAnyLengthWithAndWithoutBoundaries(String boundary) throws Exception {
        byte[] one = jpeg(40);
        byte[] two = jpeg(72);
        byte[] all = joined(text(boundary), one, text(boundary), two, text(boundary), one);
        for (int pieceBytes = 1; pieceBytes <= 300; pieceBytes++) {
            assertThat(feed(all, pieceBytes)).as("pieces of %d", pieceBytes).containsExactly(one, two, one);
        }
    }

    @Test
    void aSmallPictureInsideAHeaderIsNoPictureOfItsOwn() throws Exception {
        byte[] plain = jpeg(40);
        byte[] small = jpeg(16);
        int length = small.length + 2;
        byte[] header = joined(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length}, small);
        byte[] nested = joined(Arrays.copyOf(plain, 2), header, Arrays.copyOfRange(plain, 2, plain.length));
        assertThat(feed(joined(nested, plain), 100)).containsExactly(nested, plain);
    }

    @Test
    void aPictureCutShortIsLeftOutAndTheNextIsWhole() throws Exception {
        byte[] whole = jpeg(200);
        byte[] many = many(whole);
        for (int cut = 1; cut < whole.length; cut += 7) {
            List<byte[]> found = feed(joined(Arrays.copyOf(whole, cut), many), 10_000);
            assertThat(found).as("cut at %d", cut).isNotEmpty();
            assertThat(found.getLast()).as("cut at %d", cut).isEqualTo(whole);
            assertThat(feed(whole, 10_000)).as("cut at %d", cut).containsExactly(whole);
        }
    }

    @Test
    void afterAnyGarbageAWholePictureIsFoundAgain() throws Exception {
        byte[] whole = jpeg(40);
        byte[] many = many(whole);
        Random random = new Random(20261125);
        for (int run = 0; run < 300; run++) {
            byte[] garbage = new byte[random.nextInt(3_000)];
            random.nextBytes(garbage);
            for (int i = 0; i < garbage.length / 10; i++) {
                garbage[random.nextInt(garbage.length)] = (byte) 0xFF;
            }
            feed(garbage, 100);
            assertThat(feed(many, 4096).getLast()).isEqualTo(whole);
        }
    }

    @Test
    void aPictureWithoutEndIsGivenUpAtTheBound() throws Exception {
        byte[] whole = jpeg(40);
        byte[] endless = new byte[MjpegStream.MAX_BYTES];
        assertThat(feed(joined(Arrays.copyOf(whole, whole.length - 2), endless), 65_536))
                .isEmpty();
        assertThat(feed(whole, 65_536)).containsExactly(whole);
    }
}
