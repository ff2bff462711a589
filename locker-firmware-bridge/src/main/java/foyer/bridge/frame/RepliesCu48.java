package foyer.bridge.frame;

import java.util.Optional;

/** Finds replies of KERONG CU48 boards. */
public final class RepliesCu48 extends Search<ReplyCu48> {
    @Override
    int lengthAt(byte[] bytes, int from) {
        boolean mayBe = BytesKerong.at(bytes, from) == BytesKerong.BEGIN
                && (from + 2 >= bytes.length || bytes[from + 2] == 0)
                && (from + 3 >= bytes.length || bytes[from + 3] == BytesCu48.CODE);
        return mayBe ? BytesCu48.REPLY : 0;
    }

    @Override
    Optional<ReplyCu48> reply(byte[] frame) {
        return ReplyCu48.of(frame);
    }
}
