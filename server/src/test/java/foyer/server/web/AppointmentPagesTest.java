package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.web.RestServer.Joined;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Times of pickup agreed on the phone, on staff's page: each button, and what comes of it (domain B1, B8). */
@Tag("ledger")
class AppointmentPagesTest {
    private static final String PAGE = "/staff/appointments";
    private static final String TIME = "Free time";

    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    /** Somebody whose book is prepared and who has agreed on no time yet. */
    private Joined waiting(String family, String title) {
        Joined reader = server.joined(family);
        Browser keyed = server.patron(reader).with("Idempotency-Key", key());
        String hold = text(expect(201, keyed.json("POST", "/api/v1/holds", newHold(title))), "id");
        for (String what : new String[] {"/confirm", "/prepare"}) {
            expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + hold + what, "{}"));
        }
        return reader;
    }

    private OpenPage on(LocalDate day) {
        return OpenPage.of(staff, PAGE).fill("Day", day.toString()).press("Show");
    }

    /** The next day but some on which the branch is open, whatever day other tests have put the clock to. */
    private LocalDate openDay(int ahead) {
        LocalDate day = server.today().plusDays(ahead);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }

    private JsonNode appointment(String id) {
        return expect(200, server.staff().get("/api/v1/staff/appointments/" + id));
    }

    private JsonNode ofReader(Joined reader) {
        return expect(200, server.patron(reader).get("/api/v1/appointments"));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(RestServer.RIGA).toInstant();
    }

    private static String row(OpenPage page, String name) {
        return page.document().select("tbody tr").stream()
                .map(Element::text)
                .filter(one -> one.contains(name))
                .findFirst()
                .orElse("");
    }

    @Test
    void aTimeIsAgreedMovedAndCancelled() {
        LocalDate day = openDay(3);
        Joined reader = waiting("Avotiņa", "t81");
        OpenPage open = on(day);
        assertThat(open.under("Prepared, but no time agreed")).contains("Anna Avotiņa", "+371 7");
        OpenPage agreed = open.choose(TIME, "12:00")
                .choose("How the reader asked", "by phone")
                .fill("Why", "comes after lunch")
                .press("Agree: Anna Avotiņa");
        assertThat(agreed.said()).isEqualTo("The time is agreed.");
        assertThat(row(agreed, "Anna Avotiņa")).startsWith("12:00–12:30").contains("+371 7");
        assertThat(agreed.under("Prepared, but no time agreed")).doesNotContain("Anna Avotiņa");
        JsonNode told = ofReader(reader).required(0);
        String id = text(told, "id");
        assertThat(Instant.parse(text(told, "from"))).isEqualTo(at(day, "12:00"));
        assertThat(server.kept("appointment-agreed", reader.id())).contains("PHONE", "comes after lunch");
        // One at a time at this branch: nobody else is offered it.
        assertThat(agreed.field(TIME).select("option").eachText())
                .doesNotContain("12:00")
                .contains("13:00");

        OpenPage moved = agreed.choose(TIME, "13:00").press("Move: Anna Avotiņa");
        assertThat(moved.said()).isEqualTo("The appointment is moved.");
        assertThat(row(moved, "Anna Avotiņa")).startsWith("13:00–13:30");
        assertThat(Instant.parse(text(appointment(id), "from"))).isEqualTo(at(day, "13:00"));
        assertThat(moved.field(TIME).select("option").eachText())
                .contains("12:00")
                .doesNotContain("13:00");

        OpenPage cancelled = moved.press("Cancel: Anna Avotiņa");
        assertThat(cancelled.said()).isEqualTo("The appointment is cancelled.");
        assertThat(cancelled.under("Prepared, but no time agreed")).contains("Anna Avotiņa");
        assertThat(text(appointment(id), "state")).isEqualTo("cancelled");
        assertThat(ofReader(reader)).isEmpty();
        assertThat(moved.press("Cancel: Anna Avotiņa").said()).startsWith("It has changed meanwhile");
    }

    @Test
    void aTimeThatWasTakenMeanwhileIsRefusedInWords() {
        LocalDate day = openDay(4);
        Joined reader = waiting("Strauta", "t82");
        waiting("Upīte", "t83");
        OpenPage slow = on(day).choose(TIME, "14:00");
        on(day).choose(TIME, "14:00").press("Agree: Anna Upīte");
        assertThat(slow.press("Agree: Anna Strauta").said()).isEqualTo("This time is taken. Choose another one.");
        assertThat(ofReader(reader)).isEmpty();
        assertThat(row(on(day), "Anna Upīte")).startsWith("14:00");
        on(day).press("Cancel: Anna Upīte");
    }

    @Test
    void whoDidNotComeIsMarkedSoOnlyAfterwards() {
        LocalDate day = openDay(1);
        Joined reader = waiting("Ezera", "t84");
        OpenPage agreed = on(day).choose(TIME, "15:00").press("Agree: Anna Ezera");
        String id = text(ofReader(reader).required(0), "id");
        assertThat(agreed.has("Missed: Anna Ezera")).isFalse();
        assertThat(agreed.has("Move: Anna Ezera")).isTrue();
        server.undisturbed(() -> {
            server.goTo(day, LocalTime.of(19, 30));
            OpenPage missed = on(day).press("Missed: Anna Ezera");
            assertThat(missed.said()).isEqualTo("Marked as missed.");
            assertThat(text(appointment(id), "state")).isEqualTo("missed");
            assertThat(row(missed, "Anna Ezera")).doesNotContain("15:00");
        });
    }

    @Test
    void noTimeIsOfferedFurtherAheadThanOneMayLie() {
        assertThat(on(openDay(2)).field(TIME).select("option").eachText()).contains("17:00");
        assertThat(on(openDay(30)).field(TIME).select("option").eachText()).containsExactly("none is free");
    }

    @Test
    void staffOfAnotherNetworkDecideNothing() {
        LocalDate day = openDay(5);
        Joined reader = waiting("Jūra", "t85");
        on(day).choose(TIME, "16:00").press("Agree: Anna Jūra");
        String id = text(ofReader(reader).required(0), "id");
        Browser abroad = server.abroad();
        for (String what : new String[] {"move", "cancel", "missed"}) {
            var form = java.util.Map.of("from", at(day, "16:30").toString(), "branch", "faraway");
            abroad.form(PAGE, PAGE + "/" + id + "/" + what, form);
        }
        assertThat(text(appointment(id), "state")).isEqualTo("agreed");
        assertThat(Instant.parse(text(appointment(id), "from"))).isEqualTo(at(day, "16:00"));
        on(day).press("Cancel: Anna Jūra");
    }
}
