package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.DemonstrationData.Person;
import foyer.whole.DemonstrationData.Title;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One hold from the catalogue to quarantine, on a server, a kiosk and a wall that are each their own. */
class FirstDoorTest {
    private static final String BRANCH = "ilukste";
    private static final int LOAN_DAYS = 14;

    /** Christmas, with a Sunday before and after. */
    private static final int MOST_CLOSED_DAYS = 6;

    private static final int QUARANTINE_DAYS = 3;

    private static Site site;
    private static Story story;

    @BeforeAll
    static void open() throws Exception {
        site = Site.open(Work.directory(FirstDoorTest.class), BRANCH, Wall.ofTwelveDoors(), Map.of(), Map.of());
        story = new Story(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void one_hold_goes_from_the_catalogue_through_the_door_and_back_into_quarantine() throws Exception {
        Person patron = story.patron(0);
        Person staff = story.staff(0);
        Title title = story.titleAtTwoBranches(0);
        int pulsesBefore = site.wall().pulses();
        try (Rest reader = site.rest(patron);
                Rest desk = site.rest(staff);
                StationPageWatch page = StationPageWatch.open(site, staff)) {
            JsonNode catalogued = reader.get("/api/v1/titles/" + title.id());
            assertThat(catalogued
                            .required("copies")
                            .valueStream()
                            .map(c -> c.required("branch").stringValue())
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(2);

            String hold = reader.post(
                            "/api/v1/holds", Map.of("title", title.id(), "pickupBranch", BRANCH), "story-1", 201)
                    .required("id")
                    .stringValue();
            assertThat(story.holdState(desk, hold)).isEqualTo("under-review");

            StaffPages pages = StaffPages.signIn(site, staff);
            assertThat(pages.review()).contains(title.title());
            pages.confirm(hold);
            assertThat(story.holdState(desk, hold)).isEqualTo("confirmed");

            JsonNode confirmed = story.hold(desk, hold);
            String door = story.visit().load(staff, confirmed);
            story.awaitHoldState(desk, hold, "ready");
            page.awaitText("#door-" + door, "ready");

            String opened = story.visit().openPickup(patron, hold);
            assertThat(opened).isEqualTo(door);
            JsonNode loan = story.awaitLoan(reader, hold);
            assertThat(loan.required("due").stringValue())
                    .as("the loan's days, and those by which the branch is closed then")
                    .isBetween(days(LOAN_DAYS), days(LOAN_DAYS + MOST_CLOSED_DAYS));
            page.awaitText("#door-" + door, "open");
            story.visit().takeAndClose(door);
            story.awaitHoldState(desk, hold, "fulfilled");
            page.awaitText("#door-" + door, "free");

            String item = loan.required("item").stringValue();
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            story.visit().giveBack(item);
            Instant after = Instant.now();
            JsonNode ended = story.awaitEnded(reader, hold);
            Instant dropped = Instant.parse(ended.required("endedAt").stringValue());
            assertThat(dropped).isBetween(before, after);
            JsonNode copy = desk.get("/api/v1/staff/items/" + item).required("copy");
            assertThat(copy.required("state").stringValue()).isEqualTo("in-quarantine");
            assertThat(Instant.parse(copy.required("quarantineUntil").stringValue()))
                    .isEqualTo(dropped.plus(QUARANTINE_DAYS, ChronoUnit.DAYS));
            page.awaitText("#bin-1", "1 / 60");

            story.visit().emptyBin(staff, "1");
            page.awaitText("#bin-1", "0 / 60");
        }
        assertThat(site.wall().pulses() - pulsesBefore)
                .as("one pulse for the load, the pickup and the flap each")
                .isEqualTo(3);
        story.assertBothSidesAgree();
    }

    @Test
    void everything_the_station_knew_is_in_the_ledger_exactly_once_and_in_order() throws Exception {
        Person patron = story.patron(1);
        Person staff = story.staff(0);
        Story.Ready ready = story.ready(patron, staff, 1, "again");
        story.visit().takeAndClose(story.visit().openPickup(patron, ready.hold()));
        story.assertBothSidesAgree();
        List<String> stored = Story.column(site.server().ledger(), "select seq from station_event order by seq");
        assertThat(stored).hasSizeGreaterThan(8);
        assertThat(stored.getLast()).as("no gap, nothing twice").isEqualTo(Integer.toString(stored.size()));
    }

    private static String days(int ahead) {
        return LocalDate.now(ZoneId.of("Europe/Riga")).plusDays(ahead).toString();
    }
}
