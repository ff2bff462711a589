package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.TwoNetworks;
import foyer.server.TwoNetworks.Book;
import foyer.server.desk.DueWork;
import foyer.station.EventBatch;
import foyer.station.OrderId;
import foyer.station.StationEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the rules imply, through the whole server: what staff read of it, and what the ledger keeps of it. */
@Tag("ledger")
class ImpliedNetworkTest {
    private final RestServer server = RestServer.networks();

    private static Reader joined() {
        return Reader.joined("inese", "ilukste");
    }

    private JsonNode staff(String hold, String what) {
        return expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + hold + "/" + what, "{}"));
    }

    private String confirmed(Reader reader, Book book, String branch) {
        String hold = text(reader.placed(book, branch), "id");
        staff(hold, "confirm");
        return hold;
    }

    private List<String> awaitingACompartment(String branch) {
        return ids(expect(200, server.staff().get("/api/v1/staff/holds?state=prepared&branch=" + branch)));
    }

    @Test
    void I10_what_is_prepared_while_every_compartment_is_full_waits_where_staff_see_it() throws MqttException {
        server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        List<Reader> readers = List.of(joined(), joined(), joined());
        List<Book> books = new ArrayList<>();
        List<String> holds = new ArrayList<>();
        for (Reader reader : readers) {
            books.add(TwoNetworks.latvianBook());
            holds.add(confirmed(reader, books.getLast(), "livani"));
            staff(holds.getLast(), "prepare");
        }
        assertThat(awaitingACompartment("livani")).containsExactlyElementsOf(holds);
        try (Entrance entrance = Entrance.at("livani")) {
            OrderId first = entrance.loaded(holds.get(0), books.get(0).copy("livani"), "1");
            entrance.loaded(holds.get(1), books.get(1).copy("livani"), "2");
            JsonNode wall = expect(200, server.staff().get("/api/v1/staff/stations/" + entrance.id()));
            assertThat(wall.required("doors").valueStream().map(door -> door.required("items")
                            .asInt()))
                    .containsExactly(1, 1);
            assertThat(awaitingACompartment("livani")).containsExactly(holds.get(2));
            assertThat(awaitingACompartment("ilukste")).doesNotContain(holds.get(2));
            entrance.tells(new Entrance.Fact(server.now(), Entrance.taken(first, readers.get(0), holds.get(0), "1")));
            entrance.loaded(holds.get(2), books.get(2).copy("livani"), "1");
            assertThat(awaitingACompartment("livani")).isEmpty();
        }
    }

    /** By reason, at one place, over all days. */
    private Map<String, Integer> refusals(String place) {
        Map<String, Integer> counted = new TreeMap<>();
        counts("refusals?from=2000-01-01&until=2199-12-31", row -> {
            if (text(row, "place").equals(place)) {
                counted.merge(text(row, "reason"), row.required("times").asInt(), Integer::sum);
            }
        });
        return counted;
    }

    private void counts(String question, Consumer<JsonNode> row) {
        String next = "";
        do {
            JsonNode page = expect(200, server.staff().get("/api/v1/staff/" + question + "&limit=200" + next));
            page.required("list").forEach(row);
            next = page.has("next") ? "&cursor=" + text(page, "next") : "";
        } while (!next.isEmpty());
    }

    private static Map<String, Integer> more(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> more = new TreeMap<>(after);
        before.forEach((reason, times) -> more.merge(reason, -times, Integer::sum));
        more.values().removeIf(times -> times == 0);
        return more;
    }

    @Test
    void I12_every_refusal_on_the_web_and_at_the_desk_is_counted_with_its_reason() {
        server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        Reader reader = joined();
        Book held = TwoNetworks.latvianBook();
        reader.placed(held, "ilukste");
        Map<String, Integer> before = refusals("desk");
        assertThat(code(reader.asksFor(held, "ilukste"))).isEqualTo("already-held");
        assertThat(code(reader.asksFor(held, "livani"))).isEqualTo("already-held");
        reader.placed(TwoNetworks.latvianBook(), "ilukste");
        reader.placed(TwoNetworks.latvianBook(), "ilukste");
        assertThat(code(reader.asksFor(TwoNetworks.latvianBook(), "ilukste"))).isEqualTo("hold-limit");
        String account = "/api/v1/staff/patrons/" + reader.id();
        expect(200, server.staff().json("POST", account + "/lock", "{\"reason\":\"moved\"}"));
        assertThat(code(reader.asksFor(TwoNetworks.latvianBook(), "ilukste"))).isEqualTo("locked");
        assertThat(code(server.staff().json("POST", "/api/v1/staff/patrons", Reader.newcomer("ilukste", "21457"))))
                .isEqualTo("card-wrong");
        assertThat(code(server.staff().json("POST", "/api/v1/staff/check-ins", "{\"item\":\"31457\"}")))
                .isEqualTo("no-such-item");
        assertThat(more(before, refusals("desk")))
                .isEqualTo(Map.of("already-held", 2, "hold-limit", 1, "locked", 1, "card-wrong", 1, "no-such-item", 1));
    }

    @Test
    void I12_every_refusal_at_a_door_is_counted_with_its_reason_and_once_however_often_it_is_told()
            throws MqttException {
        Map<String, Integer> each = new TreeMap<>();
        Arrays.stream(StationEvent.Refusal.values()).forEach(reason -> each.put(reason.name(), 1));
        try (Entrance entrance = Entrance.at("subate")) {
            Map<String, Integer> before = refusals(entrance.id());
            EventBatch told = entrance.tells(Arrays.stream(StationEvent.Refusal.values())
                    .map(reason -> new Entrance.Fact(server.now(), new StationEvent.Refused(reason, "no")))
                    .toArray(Entrance.Fact[]::new));
            assertThat(more(before, refusals(entrance.id()))).isEqualTo(each);
            entrance.tells(told);
            assertThat(more(before, refusals(entrance.id()))).isEqualTo(each);
            String all = "/api/v1/staff/refusals?from=2000-01-01&until=2199-12-31&limit=200";
            assertThat(expect(200, server.staff("anna").get(all)).toString()).doesNotContain(entrance.id());
        }
    }

    /** Of this kind at a branch, over all days. */
    private int counted(String kind, String branch) {
        List<Integer> times = new ArrayList<>();
        counts(
                "statistics?from=2000-01-01&until=2199-12-31&kind=" + kind + "&branch=" + branch,
                row -> times.add(row.required("times").asInt()));
        return times.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void I13_what_happened_twice_on_a_day_is_one_figure() {
        LocalDate day = server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        joined().placed(TwoNetworks.latvianBook(), "subate");
        joined().placed(TwoNetworks.latvianBook(), "subate");
        String question = "/api/v1/staff/statistics?from=%s&until=%s&branch=subate&kind=hold-placed&limit=1";
        JsonNode page = expect(200, server.staff().get(question.formatted(day, day)));
        assertThat(page.required("list").required(0).required("times").asInt()).isEqualTo(2);
        assertThat(page.has("next")).isFalse();
    }

    /** A loan that came out of a compartment, and one of the desk. */
    @ParameterizedTest
    @CsvSource({"door", "desk"})
    void I13_whose_a_loan_was_is_forgotten_after_the_retention_and_what_was_counted_stays(String where)
            throws MqttException {
        server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        Reader reader = joined();
        Book book = TwoNetworks.latvianBook();
        String item = book.copy("livani");
        int loans = counted("loan", "livani");
        int returns = counted("return", "livani");
        String hold = confirmed(reader, book, "livani");
        if (where.equals("door")) {
            try (Entrance entrance = Entrance.at("livani")) {
                OrderId order = entrance.loaded(hold, item, "1");
                entrance.tells(new Entrance.Fact(server.now(), Entrance.taken(order, reader, hold, "1")));
            }
        } else {
            staff(hold, "shelve");
            reader.lent(book, "livani", "edgars");
        }
        String loan = text(reader.account().required("onLoan").required(0).required("loan"), "id");
        expect(200, reader.browser().send("POST", "/api/v1/loans/" + loan + "/renewal"));
        expect(200, server.staff("edgars").json("POST", "/api/v1/staff/check-ins", "{\"item\":\"" + item + "\"}"));
        String path = "/api/v1/staff/loans/" + loan;
        Instant ended = Instant.parse(text(expect(200, server.staff().get(path)), "endedAt"));
        server.goTo(ended.plus(Duration.ofDays(7)).minus(Duration.ofMinutes(1)));
        due();
        assertThat(text(expect(200, server.staff().get(path)), "patron")).isEqualTo(reader.id());
        server.goTo(ended.plus(Duration.ofDays(7)));
        due();
        assertThat(code(server.staff().get(path))).isEqualTo("no-such-loan");
        assertThat(ids(expect(200, reader.browser().get("/api/v1/loans")))).isEmpty();
        assertThat(ids(expect(200, reader.browser().get("/api/v1/holds")))).isEmpty();
        assertThat(server.rowsNaming(reader.id(), List.of(hold, loan, item))).isEmpty();
        assertThat(counted("loan", "livani")).isEqualTo(loans + 1);
        assertThat(counted("return", "livani")).isEqualTo(returns + 1);
    }

    private void due() {
        DueWork work = server.live.bean(DueWork.class);
        while (work.round(server.now()) > 0) {
            // What one round brought about may let another thing come due.
        }
    }

    /** The drop is told three days after the due date, and is what it was. */
    @ParameterizedTest
    @CsvSource({"0, 23:59, 0", "1, 00:00, 3", "2, 23:59, 6"})
    void I14_a_return_told_late_ends_the_loan_when_it_dropped(int daysAfterDue, LocalTime time, int cents)
            throws MqttException {
        server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        Reader reader = joined();
        Book book = TwoNetworks.latvianBook();
        LocalDate due = LocalDate.parse(text(reader.lent(book, "subate", "inese"), "due"));
        Instant dropped =
                due.plusDays(daysAfterDue).atTime(time).atZone(RestServer.RIGA).toInstant();
        server.goTo(due.plusDays(3), LocalTime.NOON);
        assertThat(reader.account().required("overdue")).hasSize(1);
        int returns = counted("return", "ilukste");
        try (Entrance entrance = Entrance.at("subate")) {
            Entrance.Fact drop = new Entrance.Fact(dropped, Entrance.dropped(book.copy("subate")));
            EventBatch told = entrance.tells(drop);
            entrance.tells(told);
        }
        JsonNode account = reader.account();
        assertThat(account.required("overdue")).isEmpty();
        assertThat(account.required("owedCents").asInt()).isEqualTo(cents);
        JsonNode loan = expect(200, reader.browser().get("/api/v1/loans"))
                .required("list")
                .required(0);
        assertThat(Instant.parse(text(loan, "endedAt"))).isEqualTo(dropped);
        assertThat(counted("return", "ilukste")).isEqualTo(returns + 1);
    }

    /** The hold ran out meanwhile: what the door handed over is lent all the same, and to nobody else. */
    @Test
    void I14_what_a_door_handed_over_while_it_was_offline_is_one_loan_from_then_on() throws MqttException {
        LocalDate monday = server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        Reader reader = joined();
        Reader next = joined();
        Book book = TwoNetworks.latvianBook();
        String hold = confirmed(reader, book, "subate");
        String waits = text(next.placed(book, "subate"), "id");
        int loans = counted("loan", "subate");
        Instant taken = monday.plusDays(2).atTime(15, 0).atZone(RestServer.RIGA).toInstant();
        try (Entrance entrance = Entrance.at("subate")) {
            OrderId order = entrance.loaded(hold, book.copy("subate"), "1");
            server.goTo(monday.plusDays(5), LocalTime.NOON);
            due();
            JsonNode over = expect(200, server.staff().get("/api/v1/staff/holds/" + hold));
            assertThat(text(over, "state")).isEqualTo("expired");
            Entrance.Fact pickup = new Entrance.Fact(taken, Entrance.taken(order, reader, hold, "1"));
            entrance.tells(entrance.tells(pickup));
            entrance.tells(new Entrance.Fact(taken.plusSeconds(5), Entrance.taken(order, reader, hold, "1")));
        }
        JsonNode loan = reader.account().required("onLoan").required(0).required("loan");
        assertThat(Instant.parse(text(loan, "begunAt"))).isEqualTo(taken);
        assertThat(text(loan, "due")).isEqualTo(monday.plusDays(16).toString());
        assertThat(reader.account().required("onLoan")).hasSize(1);
        assertThat(counted("loan", "subate")).isEqualTo(loans + 1);
        assertThat(text(expect(200, server.staff().get("/api/v1/staff/holds/" + waits)), "state"))
                .isEqualTo("queued");
    }

    @Test
    void I14_both_times_of_a_fact_are_kept() throws MqttException {
        Book book = TwoNetworks.latvianBook();
        joined().lent(book, "subate", "inese");
        Instant dropped = server.now().minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        Instant before = server.now().truncatedTo(ChronoUnit.MILLIS);
        try (Entrance entrance = Entrance.at("subate")) {
            entrance.tells(new Entrance.Fact(dropped, Entrance.dropped(book.copy("subate"))));
        }
        String query = "FROM journal WHERE kind = 'return-received' AND item = ?";
        assertThat(times("SELECT at " + query, book)).containsExactly(dropped);
        assertThat(times("SELECT received_at " + query, book))
                .allSatisfy(received -> assertThat(received).isBetween(before, server.now()));
    }

    private Stream<Instant> times(String query, Book book) {
        return server.ledger(query, book.copy("subate")).stream()
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }
}
