package foyer.whole.demonstration;

import foyer.whole.DemonstrationData.Person;
import foyer.whole.Rest;
import foyer.whole.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cards, badges and books to hold under the simulated scanner, by short names, so that no number is in a link. */
final class TryThese implements AutoCloseable {
    /** A barcode of another network: what happens with a book that is not ours. */
    private static final String STRANGER = "31999000000014";

    private static final String STRANGERS_TITLE = "Alice in Wonderland";

    private final List<Person> people = new ArrayList<>();
    private final int patrons;
    private final Rest desk;

    TryThese(Site site) {
        people.addAll(site.data().patrons());
        patrons = people.size();
        people.addAll(site.data().staff());
        desk = site.rest(site.data().staff().getFirst());
    }

    List<Map<String, String>> cards() {
        List<Map<String, String>> cards = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            cards.add(Map.of(
                    "ref",
                    "c" + i,
                    "label",
                    people.get(i).name(),
                    "pin",
                    people.get(i).pin(),
                    "kind",
                    i < patrons ? "patron" : "staff"));
        }
        return cards;
    }

    /** The books that are on their way, with where each is as the catalogue says it. */
    List<Map<String, String>> books() {
        List<Map<String, String>> books = new ArrayList<>();
        try {
            for (String state : List.of("confirmed", "ready", "fulfilled")) {
                for (JsonNode hold :
                        desk.get("/api/v1/staff/holds?state=" + state).required("list")) {
                    books.add(book(
                            hold.required("item").stringValue(),
                            hold.required("title").stringValue()));
                }
            }
        } catch (IOException e) {
            // The server is being restarted: the page asks again, and until then there is nothing to name.
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        books.add(Map.of("ref", "b" + STRANGER, "label", STRANGERS_TITLE, "where", "stranger"));
        return books;
    }

    private Map<String, String> book(String item, String title) throws IOException, InterruptedException {
        JsonNode copy = desk.get("/api/v1/staff/items/" + item).required("copy");
        return Map.of(
                "ref",
                "b" + item,
                "label",
                title,
                "where",
                copy.required("state").stringValue());
    }

    /** What the scanner reads for {@code ref}. */
    String code(String ref) {
        try {
            if (ref.startsWith("c")) {
                return people.get(Integer.parseInt(ref.substring(1))).code();
            }
            if (ref.startsWith("b")) {
                return ref.substring(1);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no such card", e);
        }
        throw new IllegalArgumentException("no such thing to scan");
    }

    @Override
    public void close() {
        desk.close();
    }
}
