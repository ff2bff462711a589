package foyer.bridge.frame;

import java.util.Optional;

/** Finds 8A/80 replies; how long one with head 80 is, only the question tells. */
public final class Replies8A80 extends Search<Reply8A80> {
    private static final int SHORT = 5;

    private final Reply8A80.Expected expected;

    public Replies8A80(Reply8A80.Expected expected) {
        this.expected = expected;
    }

    @Override
    int lengthAt(byte[] bytes, int from) {
        if (from + 1 < bytes.length && !Bytes8A80.isAddress(Bytes8A80.at(bytes, from + 1))) {
            return 0;
        }
        return switch (Bytes8A80.at(bytes, from)) {
            case Bytes8A80.QUERY -> expected.length;
            case Bytes8A80.OPEN, Bytes8A80.REPORT -> SHORT;
            default -> 0;
        };
    }

    @Override
    Optional<Reply8A80> reply(byte[] frame) {
        return Reply8A80.of(frame, expected);
    }
}
