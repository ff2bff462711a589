package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.HoldId;
import foyer.whole.DemonstrationData.Person;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The server is down during the pickup and the return, and back later. */
class ServerAwayTest {
    private static Site site;
    private static Story story;

    @BeforeAll
    static void open() throws Exception {
        site = Site.open(Work.directory(ServerAwayTest.class), "kalamaria", Wall.ofTwelveDoors(), Map.of(), Map.of());
        story = new Story(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void the_door_hands_over_and_takes_back_alone_and_the_server_learns_of_it_later() throws Exception {
        Person patron = story.patron(0);
        Story.Ready ready = story.ready(patron, story.staff(0), 0, "away-1");
        site.kiosk().stored().awaitGrant(new HoldId(ready.hold()));
        site.server().kill();

        Instant before = Instant.now();
        String door = story.visit().openPickup(patron, ready.hold());
        assertThat(door).isEqualTo(ready.door());
        story.visit().takeAndClose(door);
        Instant after = Instant.now();

        site.server().restart();
        try (Rest reader = site.rest(patron);
                Rest desk = site.rest(story.staff(0))) {
            JsonNode loan = story.awaitLoan(reader, ready.hold());
            assertThat(Instant.parse(loan.required("begunAt").stringValue()))
                    .as("the loan began when the door opened, not when the server heard of it")
                    .isBetween(before.minusMillis(1), after);
            story.awaitHoldState(desk, ready.hold(), "fulfilled");
        }
        story.assertBothSidesAgree();
    }
}
