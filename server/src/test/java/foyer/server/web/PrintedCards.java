package foyer.server.web;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import foyer.server.TwoNetworks;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Numbers as they may stand on a card that somebody brings: the network's own form (domain A1, B14), and beside it. */
final class PrintedCards {
    /** Apart from the numbers a network gives out itself, which count from 1 behind a 9. */
    private static final int COUNT = 12_345_670;

    private PrintedCards() {}

    /** Each with the code of its refusal, or with nothing when it is taken. */
    static Stream<Arguments> of(String network, String other) {
        String right = TwoNetworks.numbered("2", network, COUNT);
        int check = right.charAt(13) - '0';
        String head = right.substring(0, 13);
        String swapped = head.substring(0, 5) + head.charAt(6) + head.charAt(5) + right.substring(7);
        return Stream.of(
                argumentSet("as it should be", right, ""),
                argumentSet("a digit fewer", head, "card-wrong"),
                argumentSet("a digit more", right + "0", "card-wrong"),
                argumentSet("check digit one below", head + (check + 9) % 10, "card-wrong"),
                argumentSet("check digit one above", head + (check + 1) % 10, "card-wrong"),
                argumentSet("two digits swapped", swapped, "card-wrong"),
                argumentSet("a letter", head + "x", "card-wrong"),
                argumentSet("of the other network", TwoNetworks.numbered("2", other, COUNT), "card-wrong"),
                argumentSet("an item's", TwoNetworks.numbered("3", network, COUNT), "card-wrong"));
    }
}
