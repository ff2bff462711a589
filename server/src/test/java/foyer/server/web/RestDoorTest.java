package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.read;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.LiveServer;
import foyer.server.TestStation;
import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Reserved;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What staff fetch from the door, by REST: bin batches, and what nobody collected. */
@Tag("ledger")
class RestDoorTest {
    private static final String BATCHES = "/api/v1/staff/batches";

    private final LiveServer server = LiveServer.shared();
    private final List<TestStation> stations = new ArrayList<>();
    private final Epoch epoch = new Epoch(Ids.random());
    private long seq;

    private TestStation station(String branch) throws MqttException {
        TestStation station = server.station(branch).connected();
        stations.add(station);
        station.birth(epoch, 1, 0, 0);
        return station;
    }

    @AfterEach
    void disconnect() throws MqttException {
        for (TestStation station : stations) {
            station.close();
        }
    }

    private Browser browser(String user, String password) {
        String port = server.bean(Environment.class).getRequiredProperty("local.server.port");
        return new Browser(URI.create("http://127.0.0.1:" + port)).as(user, password);
    }

    private Browser staff() {
        return browser("inese", "staff-secret");
    }

    private void happens(TestStation station, StationEvent event) throws MqttException {
        station.events(epoch, ++seq, event);
        station.awaitAck(epoch, seq);
    }

    private void returned(TestStation station, String item) throws MqttException {
        IntentId intent = new IntentId(Ids.random());
        BinId bin = new BinId("A");
        ItemBarcode barcode = new ItemBarcode(item);
        happens(station, new StationEvent.ReturnIntended(intent, bin, barcode));
        happens(station, new StationEvent.FlapOpened(intent, bin, barcode));
        happens(station, new StationEvent.ReturnReceived(intent, bin, barcode));
    }

    private HttpResponse<String> asks(String batch, String what) {
        return staff().json("POST", BATCHES + "/" + batch + "/" + what, "{}");
    }

    private JsonNode batch(TestStation station, String state) {
        return expect(200, staff().get(BATCHES + "?state=" + state + "&station=" + station.id.value()))
                .required("list")
                .required(0);
    }

    @Test
    void returnsAreSealedAndTakenOutAndRestTogether() throws MqttException {
        TestStation station = station(LiveServer.BRANCH);
        for (String item : List.of("30058", "30059")) {
            expect(
                    200,
                    staff().json(
                                    "POST",
                                    "/api/v1/staff/check-outs",
                                    "{\"item\":\"%s\",\"patron\":\"p24\"}".formatted(item)));
            returned(station, item);
        }
        JsonNode open = batch(station, "open");
        String id = text(open, "id");
        assertThat(open.required("items").valueStream().map(one -> text(one, "item")))
                .containsExactly("30058", "30059");
        assertThat(open.required("items").required(0).required("rests").asBoolean())
                .isTrue();
        assertThat(code(asks(id, "release"))).isEqualTo("wrong-state");
        assertThat(text(expect(200, asks(id, "seal")), "state")).isEqualTo("sealed");
        assertThat(code(asks(id, "seal"))).isEqualTo("wrong-state");
        assertThat(text(expect(200, asks(id, "take-out")), "state")).isEqualTo("quarantined");
        HttpResponse<String> early = asks(id, "release");
        assertThat(code(early)).isEqualTo("still-resting");
        assertThat(text(read(early), "detail")).isNotBlank();
        assertThat(code(asks(id, "empty"))).isEqualTo("still-resting");
        Browser abroad = browser("eleni", "staff-secret");
        assertThat(code(abroad.get(BATCHES + "/" + id))).isEqualTo("no-such-batch");
        assertThat(code(abroad.json("POST", BATCHES + "/" + id + "/seal", "{}")))
                .isEqualTo("no-such-batch");
        assertThat(ids(expect(200, abroad.get(BATCHES + "?state=quarantined")))).isEmpty();
        assertThat(code(staff().get(BATCHES + "?state=lost"))).isEqualTo("parameter-wrong");
    }

    @Test
    void whatHasRestedIsReleasedAndPutAway() throws MqttException {
        String policy = "/api/v1/staff/branches/hilltop/policy";
        expect(200, staff().json("PUT", policy, "{\"values\":{\"quarantine-days\":\"0\"}}"));
        TestStation station = station(LiveServer.OTHER_BRANCH);
        returned(station, "30057");
        String id = text(batch(station, "open"), "id");
        expect(200, asks(id, "take-out"));
        HttpResponse<String> released = asks(id, "release");
        // Nothing rests here, so the round of what is due may have come first.
        assertThat(text(read(released), released.statusCode() == 200 ? "state" : "detail"))
                .isEqualTo("released");
        assertThat(text(expect(200, asks(id, "empty")), "state")).isEqualTo("emptied");
        assertThat(code(asks(id, "empty"))).isEqualTo("wrong-state");
        assertThat(text(expect(200, staff().get(BATCHES + "/" + id)), "state")).isEqualTo("emptied");
        expect(200, staff().json("PUT", policy, "{\"values\":{}}"));
    }

    /** The compartment is promised to the patron, so the station must not give it to others. */
    @Test
    void anAppointmentsCompartmentIsKeptAtTheStation() throws MqttException {
        String policy = "/api/v1/staff/branches/hilltop/policy";
        expect(200, staff().json("PUT", policy, "{\"values\":{\"appointments\":\"offered\"}}"));
        TestStation station = server.station(LiveServer.OTHER_BRANCH).connected();
        stations.add(station);
        // Smaller than any door of the branch's other stations: it is chosen.
        CompartmentId door = new CompartmentId("7");
        station.birth(
                epoch,
                1,
                0,
                0,
                List.of(new Birth.CompartmentPlan(door, Birth.Size.S, Birth.Height.MIDDLE, 0, 0, 1, 1)));
        station.awaitAck(epoch, 0);
        Browser patron = browser("user21", "secret-21").with("Idempotency-Key", key());
        JsonNode placed =
                expect(201, patron.json("POST", "/api/v1/holds", "{\"title\":\"t10\",\"pickupBranch\":\"hilltop\"}"));
        expect(200, staff().json("POST", "/api/v1/staff/holds/" + text(placed, "id") + "/confirm", "{}"));
        LocalDate day = LocalDate.now(RestServer.RIGA).plusDays(1);
        JsonNode free = slots(day);
        while (free.isEmpty()) {
            day = day.plusDays(1);
            free = slots(day);
        }
        String body = "{\"patron\":\"p21\",\"branch\":\"hilltop\",\"from\":\"%s\",\"channel\":\"PHONE\"}"
                .formatted(text(free.required(0), "from"));
        JsonNode agreed = expect(201, staff().json("POST", "/api/v1/staff/appointments", body));
        Desired told = station.awaitDesired(next -> !next.reserved().isEmpty());
        assertThat(text(agreed, "door")).isEqualTo(door.value());
        assertThat(told.reserved()).containsExactly(new Reserved(door, new PatronId("p21")));
        expect(200, staff().json("POST", "/api/v1/staff/appointments/" + text(agreed, "id") + "/cancel", "{}"));
        station.awaitDesired(next -> next.reserved().isEmpty());
        expect(200, staff().json("PUT", policy, "{\"values\":{}}"));
    }

    private JsonNode slots(LocalDate day) {
        return expect(200, staff().get("/api/v1/staff/appointments/slots?branch=hilltop&day=" + day))
                .required("free");
    }

    @Test
    void whatStillLiesBehindADoorAfterItsHoldEndedIsToBeTakenOut() throws MqttException {
        TestStation station = station(LiveServer.BRANCH);
        Browser patron = browser("user23", "secret-23");
        JsonNode placed = expect(
                201,
                browser("user23", "secret-23")
                        .with("Idempotency-Key", key())
                        .json("POST", "/api/v1/holds", "{\"title\":\"t60\",\"pickupBranch\":\"riverside\"}"));
        String hold = text(placed, "id");
        expect(200, staff().json("POST", "/api/v1/staff/holds/" + hold + "/confirm", "{}"));
        OrderId order = station
                .awaitDesired(told -> told.toLoad().stream()
                        .anyMatch(one -> one.hold().value().equals(hold)))
                .toLoad()
                .stream()
                .filter(one -> one.hold().value().equals(hold))
                .findFirst()
                .orElseThrow()
                .order();
        Purpose load = new Purpose.Load(order, new HoldId(hold), new ItemBarcode("30060"), new StaffId("s1"));
        IntentId intent = new IntentId(Ids.random());
        CompartmentId door = new CompartmentId("2");
        happens(station, new StationEvent.DoorIntended(intent, door, load));
        happens(station, new StationEvent.DoorOpened(intent, door, load, false));
        happens(station, new StationEvent.DoorClosed(intent, door, load));
        happens(station, new StationEvent.DoorConfirmed(intent, door, load));
        JsonNode account = expect(200, patron.get("/api/v1/account"));
        JsonNode reserved = account.required("reserved").required(0);
        assertThat(text(reserved, "where")).isEqualTo("door");
        assertThat(text(reserved.required("hold"), "door")).isEqualTo("2");
        String clearOut = "/api/v1/staff/clear-out?station=" + station.id.value();
        assertThat(expect(200, staff().get(clearOut)).required("list")).isEmpty();
        expect(204, patron.send("DELETE", "/api/v1/holds/" + hold));
        JsonNode left = expect(200, staff().get(clearOut)).required("list").required(0);
        assertThat(text(left, "item")).isEqualTo("30060");
        assertThat(text(left, "door")).isEqualTo("2");
        assertThat(text(left, "holdState")).isEqualTo("cancelled");
        assertThat(expect(200, browser("eleni", "staff-secret").get(clearOut)).required("list"))
                .isEmpty();
    }
}
