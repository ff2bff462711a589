package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.text;

import foyer.server.TwoNetworks.Book;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A patron of {@link RestServer#networks()} who joined for one test, and asks by REST with what staff handed out. */
record Reader(String id, String card, String login, String password) {
    private static final RestServer SERVER = RestServer.networks();

    /** @param staff who registers somebody at any branch of their network */
    static Reader joined(String staff, String branch) {
        JsonNode joined = expect(201, SERVER.staff(staff).json("POST", "/api/v1/staff/patrons", newcomer(branch, "")));
        JsonNode secrets = joined.required("secrets");
        return new Reader(
                text(joined, "patron"), text(secrets, "card"), text(secrets, "login"), text(secrets, "password"));
    }

    /** @param card printed already; empty: the next of the network's own */
    static String newcomer(String branch, String card) {
        String printed = card.isEmpty() ? "" : ",\"card\":\"" + card + "\"";
        return "{\"branch\":\"%s\",\"given\":\"Anna\",\"family\":\"Jauna\",\"language\":\"lv\"%s}"
                .formatted(branch, printed);
    }

    /** A new one each time: no header of one question goes with the next. */
    Browser browser() {
        return SERVER.browser().as(login, password).with("Accept-Language", "en");
    }

    JsonNode account() {
        return expect(200, browser().get("/api/v1/account"));
    }

    /** Asks for the copy of this branch. */
    HttpResponse<String> asksFor(Book book, String branch) {
        return browser().with("Idempotency-Key", key()).json("POST", "/api/v1/holds", wish(book, branch));
    }

    JsonNode placed(Book book, String branch) {
        return expect(201, asksFor(book, branch));
    }

    static String wish(Book book, String branch) {
        return "{\"title\":\"%s\",\"item\":\"%s\",\"pickupBranch\":\"%s\"}"
                .formatted(book.id(), book.copy(branch), branch);
    }

    /** The copy of this branch is handed over at the desk of {@code staff}; answers the loan. */
    JsonNode lent(Book book, String branch, String staff) {
        String body = "{\"item\":\"%s\",\"patron\":\"%s\"}".formatted(book.copy(branch), id);
        return expect(200, SERVER.staff(staff).json("POST", "/api/v1/staff/check-outs", body));
    }

    /** The ids of the holds in one list of an account. */
    static List<String> holds(JsonNode account, String list) {
        return account.required(list)
                .valueStream()
                .map(one -> text(one.path("hold").isMissingNode() ? one : one.required("hold"), "id"))
                .toList();
    }

    /** The ids of the loans in one list of an account. */
    static List<String> loans(JsonNode account, String list) {
        return account.required(list)
                .valueStream()
                .map(one -> text(one.required("loan"), "id"))
                .toList();
    }
}
