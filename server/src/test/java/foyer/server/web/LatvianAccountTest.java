package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.TwoNetworks;
import foyer.server.TwoNetworks.Book;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a patron of the union of small libraries reads in the account, and from when on. */
@Tag("ledger")
class LatvianAccountTest {
    private static final String HOME = "ilukste";
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    private final RestServer server = RestServer.networks();

    private static Reader joined() {
        return Reader.joined("inese", HOME);
    }

    private JsonNode staff(JsonNode hold, String what, String body) {
        return expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + text(hold, "id") + "/" + what, body));
    }

    private JsonNode staff(JsonNode hold, String what) {
        return staff(hold, what, "{}");
    }

    /** Staff decide at once; the patron hears of it when the hour has come, and of the place in a queue at once. */
    @ParameterizedTest
    @CsvSource({
        "MONDAY, 00:30, TUESDAY",
        "MONDAY, 10:59, TUESDAY",
        "THURSDAY, 23:30, FRIDAY",
        "FRIDAY, 00:30, MONDAY",
        "FRIDAY, 23:30, MONDAY",
        "SATURDAY, 12:00, MONDAY",
        "SUNDAY, 23:30, MONDAY"
    })
    void A10_the_outcome_is_told_from_eleven_on_the_next_working_day(DayOfWeek day, LocalTime time, DayOfWeek told) {
        Reader reader = joined();
        Book lent = TwoNetworks.latvianBook();
        joined().lent(lent, HOME, "inese");
        LocalDate placed = server.goToNext(day, time);
        JsonNode reserved = reader.placed(TwoNetworks.latvianBook(), HOME);
        JsonNode rejected = reader.placed(TwoNetworks.latvianBook(), HOME);
        JsonNode waits = reader.placed(lent, HOME);
        staff(reserved, "confirm");
        staff(rejected, "reject", "{\"reason\":\"Torn.\"}");
        LocalDate working = placed.plusDays((told.getValue() - day.getValue() + 7) % 7);
        server.goTo(working, ELEVEN.minusMinutes(1));
        JsonNode before = reader.account();
        assertThat(Reader.holds(before, "ordered")).containsExactly(text(reserved, "id"), text(rejected, "id"));
        assertThat(Reader.holds(before, "reserved")).isEmpty();
        assertThat(Reader.holds(before, "rejected")).isEmpty();
        assertThat(before.toString()).doesNotContain("Torn.");
        assertThat(Reader.holds(before, "inQueue")).containsExactly(text(waits, "id"));
        assertThat(Instant.parse(text(before.required("ordered").required(0), "outcomeFrom")))
                .isEqualTo(working.atTime(ELEVEN).atZone(RestServer.RIGA).toInstant());
        server.goTo(working, ELEVEN);
        JsonNode after = reader.account();
        assertThat(Reader.holds(after, "ordered")).isEmpty();
        assertThat(Reader.holds(after, "reserved")).containsExactly(text(reserved, "id"));
        JsonNode known = after.required("reserved").required(0);
        assertThat(text(known.required("pickup"), "address")).isEqualTo("Ilūkste, Augšdaugavas novads");
        assertThat(text(known.required("hold"), "lastDay"))
                .isEqualTo(placed.plusDays(3).toString());
        assertThat(Reader.holds(after, "rejected")).containsExactly(text(rejected, "id"));
        assertThat(text(after.required("rejected").required(0), "reason")).isEqualTo("Torn.");
        assertThat(text(after.required("inQueue").required(0), "expected")).isNotBlank();
    }

    @Test
    void A10_a_day_on_which_the_branch_is_closed_is_no_working_day() {
        LocalDate monday = server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        String closed = "/api/v1/staff/branches/subate/days/" + monday.plusDays(1);
        expect(200, server.staff().json("PUT", closed, "{\"words\":\"Stocktaking\"}"));
        Reader reader = joined();
        JsonNode hold = reader.placed(TwoNetworks.latvianBook(), "subate");
        staff(hold, "confirm");
        server.goTo(monday.plusDays(1), ELEVEN);
        assertThat(Reader.holds(reader.account(), "ordered")).containsExactly(text(hold, "id"));
        server.goTo(monday.plusDays(2), ELEVEN);
        assertThat(Reader.holds(reader.account(), "reserved")).containsExactly(text(hold, "id"));
    }

    @Test
    void A11_every_list_of_the_account_shows_what_belongs_there_and_nothing_else() {
        Reader reader = joined();
        LocalDate begun = server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        JsonNode late = reader.lent(TwoNetworks.latvianBook(), HOME, "inese");
        assertThat(text(late, "due")).isEqualTo(begun.plusDays(14).toString());
        server.goTo(begun.plusDays(14), LocalTime.NOON);
        JsonNode inTime = reader.lent(TwoNetworks.latvianBook(), HOME, "inese");
        JsonNode rejected = reader.placed(TwoNetworks.latvianBook(), HOME);
        staff(rejected, "reject", "{\"reason\":\"Torn.\"}");
        JsonNode reserved = reader.placed(TwoNetworks.latvianBook(), HOME);
        staff(reserved, "confirm");
        Book lent = TwoNetworks.latvianBook();
        joined().lent(lent, HOME, "inese");
        JsonNode waits = reader.placed(lent, HOME);
        JsonNode ordered = reader.placed(TwoNetworks.latvianBook(), HOME);
        server.goTo(begun.plusDays(14), LocalTime.of(23, 55));
        JsonNode lastDay = reader.account();
        assertThat(Reader.loans(lastDay, "onLoan")).containsExactly(text(late, "id"), text(inTime, "id"));
        assertThat(Reader.loans(lastDay, "overdue")).isEmpty();
        server.goTo(begun.plusDays(15), ELEVEN);
        JsonNode account = reader.account();
        Map<String, List<String>> lists = new TreeMap<>();
        for (String list : List.of("ordered", "reserved", "inQueue", "rejected")) {
            lists.put(list, Reader.holds(account, list));
        }
        for (String list : List.of("onLoan", "overdue")) {
            lists.put(list, Reader.loans(account, list));
        }
        assertThat(lists)
                .isEqualTo(Map.of(
                        "ordered", List.of(text(ordered, "id")),
                        "reserved", List.of(text(reserved, "id")),
                        "inQueue", List.of(text(waits, "id")),
                        "rejected", List.of(text(rejected, "id")),
                        "onLoan", List.of(text(inTime, "id")),
                        "overdue", List.of(text(late, "id"))));
        JsonNode still = account.required("onLoan").required(0);
        assertThat(text(still.required("loan"), "due"))
                .isEqualTo(begun.plusDays(28).toString());
        JsonNode overdue = account.required("overdue").required(0);
        assertThat(text(overdue.required("loan"), "due"))
                .isEqualTo(begun.plusDays(14).toString());
        assertThat(overdue.required("daysLate").asInt()).isEqualTo(1);
    }
}
