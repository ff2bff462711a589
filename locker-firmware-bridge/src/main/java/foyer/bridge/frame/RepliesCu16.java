package foyer.bridge.frame;

import java.util.Optional;

/** Finds replies of KERONG CU12 and CU16 boards. */
public final class RepliesCu16 extends Search<ReplyCu16> {
    @Override
    int lengthAt(byte[] bytes, int from) {
        return BytesKerong.at(bytes, from) == BytesKerong.BEGIN && mayBe(bytes, from + 2) ? BytesCu16.REPLY : 0;
    }

    private static boolean mayBe(byte[] bytes, int code) {
        return code >= bytes.length
                || switch (BytesKerong.at(bytes, code)) {
                    case BytesCu16.ONE_BOARD, BytesCu16.ONE_OF_ALL, BytesCu16.UNLOCK -> true;
                    default -> false;
                };
    }

    @Override
    Optional<ReplyCu16> reply(byte[] frame) {
        return ReplyCu16.of(frame);
    }
}
