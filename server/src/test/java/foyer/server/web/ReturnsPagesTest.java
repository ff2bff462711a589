package foyer.server.web;

import static foyer.server.web.DeskServer.pressed;
import static foyer.server.web.RestServer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.LiveServer;
import foyer.server.TestStation;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes back from the door and what is left in it, on staff's pages. */
@Tag("ledger")
class ReturnsPagesTest {
    private static final String RETURNS = "/staff/returns";
    private static final String CLEAR_OUT = "/staff/clear-out";

    private final DeskServer server = DeskServer.SHARED;
    private final Browser staff = server.staff();
    private final Epoch epoch = new Epoch(Ids.random());
    private final List<TestStation> stations = new ArrayList<>();
    private long seq;

    private TestStation station(String branch) throws MqttException {
        TestStation station = server.live.station(branch).connected();
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

    private static String batch(TestStation station, String page) {
        int at = page.indexOf(station.id.value() + ", box A");
        return at < 0 ? "" : page.substring(page.lastIndexOf("<article", at), page.indexOf("</article>", at));
    }

    private static String id(String batch) {
        return batch.replaceAll("(?s).*?id=\"batch-([^\"]+)\".*", "$1");
    }

    private String press(String batch, String what) {
        return pressed(staff, RETURNS, RETURNS + "/" + batch + "/" + what, Map.of("all", "true"));
    }

    @Test
    void returnsAreSealedAndTakenOutAndRestTogether() throws MqttException {
        TestStation station = station(LiveServer.BRANCH);
        server.lent("30031", 16);
        returned(station, "30031");
        returned(station, "30030");
        String shown = batch(station, staff.get(RETURNS).body());
        assertThat(shown).contains("taking returns", "2 items", "Grāmata 31, otrais", "rests until");
        String id = id(shown);
        assertThat(press(id, "release")).contains("It has changed meanwhile");
        assertThat(batch(station, press(id, "seal")))
                .contains("sealed in the box")
                .doesNotContain("/seal\"");
        assertThat(batch(station, press(id, "take-out")))
                .contains("taken out, in quarantine")
                .doesNotContain("/release\"");
        assertThat(press(id, "release")).contains("Returns rest in quarantine");
        assertThat(press(id, "burn")).contains("There is no such batch of returns.");
    }

    @Test
    void whatHasRestedIsReleasedAndPutAwayWhereItIsWanted() throws MqttException {
        String policy = "/api/v1/staff/branches/hilltop/policy";
        expect(200, server.rest().json("PUT", policy, "{\"values\":{\"quarantine-days\":\"0\"}}"));
        TestStation station = station(LiveServer.OTHER_BRANCH);
        server.lent("30032", 16);
        server.placed(17, "t32", "hilltop");
        returned(station, "30032");
        returned(station, "30037");
        assertThat(batch(station, staff.get(RETURNS).body())).isEmpty();
        String id = id(batch(station, staff.get(RETURNS + "?all=true").body()));
        press(id, "take-out");
        String released = batch(station, press(id, "release"));
        assertThat(released).contains("to be put away", "to its shelf: Riverside", "kept for I.K. at Hilltop");
        String after = press(id, "empty");
        assertThat(after).contains("All is put away.");
        assertThat(batch(station, after)).isEmpty();
        expect(200, server.rest().json("PUT", policy, "{\"values\":{}}"));
    }

    @Test
    void anotherNetworksReturnsAreNotThere() throws MqttException {
        TestStation station = station(LiveServer.BRANCH);
        returned(station, "30033");
        String id = id(batch(station, staff.get(RETURNS).body()));
        Browser abroad = server.abroad();
        assertThat(batch(station, abroad.get(RETURNS + "?all=true").body())).isEmpty();
        for (String what : new String[] {"seal", "take-out", "release", "empty"}) {
            assertThat(pressed(abroad, RETURNS, RETURNS + "/" + id + "/" + what, Map.of()))
                    .contains("There is no such batch of returns.");
        }
        assertThat(staff.post(RETURNS + "/" + id + "/seal", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatWasReturnedAtTheDeskRestsThere() {
        server.lent("30034", 18);
        expect(200, server.rest().json("POST", "/api/v1/staff/check-ins", "{\"item\":\"30034\"}"));
        assertThat(staff.get(RETURNS).body()).contains("Returned at the desk", "30034");
    }

    @Test
    void aDoorWhoseHoldIsOverIsClearedOut() throws MqttException {
        TestStation station = station(LiveServer.BRANCH);
        String hold = confirmed(19, "t35");
        loaded(station, hold, "30035");
        assertThat(staff.get(CLEAR_OUT).body()).doesNotContain("30035");
        expect(204, server.patron(19).send("DELETE", "/api/v1/holds/" + hold));
        assertThat(staff.get(CLEAR_OUT).body()).contains("Grāmata 35, otrais", station.id.value(), "hold cancelled");
        Browser abroad = server.abroad();
        assertThat(abroad.get(CLEAR_OUT + "?all=true").body()).doesNotContain("30035");
        assertThat(pressed(abroad, CLEAR_OUT, CLEAR_OUT + "/30035/taken", Map.of()))
                .contains("It belongs to another library network.");
        String page = pressed(staff, CLEAR_OUT, CLEAR_OUT + "/30035/taken", Map.of());
        assertThat(page)
                .contains("Grāmata 35, otrais: to its shelf, Riverside.")
                .doesNotContain(">30035<");
    }

    @Test
    void aPlaceOnTheHoldShelfIsClearedOutAndTheNextIsThoughtOf() {
        String hold = confirmed(20, "t36");
        pressed(staff, "/staff/pull", "/staff/holds/shelve", Map.of("hold", hold));
        server.placed(21, "t36", "riverside");
        assertThat(staff.get(CLEAR_OUT).body()).doesNotContain("30036");
        expect(204, server.patron(20).send("DELETE", "/api/v1/holds/" + hold));
        assertThat(staff.get(CLEAR_OUT).body()).contains("30036", "hold cancelled", "somebody waits for it");
        String page = pressed(staff, CLEAR_OUT, CLEAR_OUT + "/30036/taken", Map.of());
        assertThat(page).contains("Grāmata 36, otrais: somebody waits for it.").doesNotContain(">30036<");
    }

    private String confirmed(int patron, String title) {
        String hold = server.placed(patron, title, "riverside");
        expect(200, server.rest().json("POST", "/api/v1/staff/holds/" + hold + "/confirm", "{}"));
        return hold;
    }

    private void loaded(TestStation station, String hold, String item) throws MqttException {
        OrderId order = station
                .awaitDesired(told -> told.toLoad().stream()
                        .anyMatch(one -> one.hold().value().equals(hold)))
                .toLoad()
                .stream()
                .filter(one -> one.hold().value().equals(hold))
                .findFirst()
                .orElseThrow()
                .order();
        Purpose load = new Purpose.Load(order, new HoldId(hold), new ItemBarcode(item), new StaffId("s1"));
        IntentId intent = new IntentId(Ids.random());
        CompartmentId door = new CompartmentId("2");
        happens(station, new StationEvent.DoorIntended(intent, door, load));
        happens(station, new StationEvent.DoorOpened(intent, door, load, false));
        happens(station, new StationEvent.DoorClosed(intent, door, load));
        happens(station, new StationEvent.DoorConfirmed(intent, door, load));
    }
}
