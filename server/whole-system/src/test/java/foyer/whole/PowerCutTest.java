package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.HoldId;
import foyer.whole.DemonstrationData.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** SIGKILL to the kiosk between a door's opening and the server's hearing of it: nothing lost, nothing pulsed twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PowerCutTest {
    private static Site site;
    private static Story story;

    @BeforeAll
    static void open() throws Exception {
        site = Site.open(Work.directory(PowerCutTest.class), "ilukste", Wall.ofTwelveDoors(), Map.of(), Map.of());
        story = new Story(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    @Order(1)
    void killed_after_the_pulse_and_before_its_sensor_was_read() throws Exception {
        Person patron = story.patron(0);
        Story.Ready ready = story.ready(patron, story.staff(0), 0, "cut-1");
        int before = site.wall().pulses(ready.door());
        int openings = openings(ready);
        site.wall().board().silentAfterPulse(true);
        site.kiosk().stored().awaitGrant(new HoldId(ready.hold()));
        story.visit().signIn(patron, "Ready");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.press("open");
        }
        assertThat(site.wall().awaitOpenDoor()).isEqualTo(ready.door());
        site.kiosk().kill();
        assertThat(openings(ready))
                .as("it had not learnt that the door is open")
                .isEqualTo(openings);
        site.wall().board().silentAfterPulse(false);
        site.wall().board().silent(false);

        site.kiosk().restart();
        finishRecovered(patron, ready, openings);
        assertThat(site.wall().pulses(ready.door())).as("never pulsed again").isEqualTo(before + 1);
    }

    @Test
    @Order(2)
    void killed_with_the_door_open_and_the_report_not_sent() throws Exception {
        Person patron = story.patron(1);
        Story.Ready ready = story.ready(patron, story.staff(0), 1, "cut-2");
        int before = site.wall().pulses(ready.door());
        int openings = openings(ready);
        site.kiosk().stored().awaitGrant(new HoldId(ready.hold()));
        site.server().kill();
        assertThat(story.visit().openPickup(patron, ready.hold())).isEqualTo(ready.door());
        site.kiosk().kill();
        assertThat(Story.column(site.kiosk().database(), "select count(*) from outbox"))
                .as("told nobody yet")
                .isNotEqualTo(List.of("0"));

        site.server().restart();
        site.kiosk().restart();
        finishRecovered(patron, ready, openings);
        assertThat(site.wall().pulses(ready.door())).as("never pulsed again").isEqualTo(before + 1);
    }

    /** The door still stands open after the restart: the screen asks to close it, and the loan is there. */
    private static void finishRecovered(Person patron, Story.Ready ready, int openings) throws Exception {
        try (Rest reader = site.rest(patron);
                Rest desk = site.rest(story.staff(0));
                Touchscreen screen = site.kiosk().touchscreen()) {
            screen.await("DoorOpen");
            site.wall().closeDoor(ready.door());
            JsonNode loan = story.awaitLoan(reader, ready.hold());
            assertThat(loan.required("item").stringValue()).isEqualTo(ready.item());
            if (screen.await("TakeBooks", "Welcome").equals("TakeBooks")) {
                screen.press("taken");
            }
            screen.await("Welcome");
            story.awaitHoldState(desk, ready.hold(), "fulfilled");
            assertThat(reader.get("/api/v1/loans")
                            .required("list")
                            .valueStream()
                            .filter(l -> l.path("hold").asString("").equals(ready.hold())))
                    .as("one loan")
                    .hasSize(1);
        }
        assertThat(openings(ready)).as("opened once more, told once").isEqualTo(openings + 1);
        story.assertBothSidesAgree();
    }

    /** How often the station has written down that this door opened. */
    private static int openings(Story.Ready ready) throws Exception {
        String count = Story.column(
                        site.kiosk().database(),
                        "select count(*) from journal where json_extract(event, '$.event.type') = 'door-opened'"
                                + " and json_extract(event, '$.event.door') = '" + ready.door() + "'")
                .getFirst();
        return Integer.parseInt(count);
    }
}
