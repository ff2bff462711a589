package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.kiosk.link.Identity;
import foyer.station.Topics;
import foyer.whole.DemonstrationData.Person;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no card, no PIN, no barcode, no frame, no message: a clear answer, a record, and the next person goes on. */
class BadInputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Of the network's form and with a right check digit, and nobody's. */
    private static final String NOBODYS_CARD = "21457999999995";

    private static final String OTHER_NETWORKS_BOOK = "32313000000017";

    private static Site site;
    private static Story story;

    @BeforeAll
    static void open() throws Exception {
        site = Site.open(Work.directory(BadInputTest.class), "ilukste", Wall.ofTwelveDoors(), Map.of(), Map.of());
        story = new Story(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @AfterEach
    void the_next_person_goes_on() throws Exception {
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            if (screen.await("Trouble", "Pin", "Welcome").equals("Trouble")) {
                screen.press("ok");
            }
            if (screen.await("Pin", "Welcome").equals("Pin")) {
                screen.press("back");
            }
            screen.await("Welcome");
        }
        story.visit().signIn(story.staff(0), "StaffHome");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.press("finish");
            screen.await("Welcome");
        }
    }

    @Test
    void an_unknown_card_gets_the_answer_of_a_wrong_pin() throws Exception {
        Person nobody = new Person("", "", NOBODYS_CARD, "4711", "", "");
        refusedAtPin(nobody);
    }

    @Test
    void a_wrong_pin_is_told_as_that() throws Exception {
        Person staff = story.staff(1);
        refusedAtPin(new Person("", "", staff.code(), staff.pin().equals("4711") ? "4712" : "4711", "", ""));
    }

    @Test
    void an_unreadable_barcode_is_asked_for_again() throws Exception {
        long before = refused("UNREADABLE_BARCODE");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.await("Welcome");
            site.wall().scan("\u0001\u0002\u0007");
            screen.await("Trouble");
        }
        awaitRefused("UNREADABLE_BARCODE", before + 1);
    }

    @Test
    void a_book_of_another_network_is_not_taken() throws Exception {
        long before = refused("NOT_OUR_ITEM");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.await("Welcome");
            screen.press("return");
            screen.await("ScanReturn");
            site.wall().scan(OTHER_NETWORKS_BOOK);
            awaitRefused("NOT_OUR_ITEM", before + 1);
            screen.await("ScanReturn");
            screen.press("done");
        }
    }

    @Test
    void garbage_on_the_serial_line_opens_nothing_and_stops_nobody() throws Exception {
        Person patron = story.patron(0);
        Story.Ready ready = story.ready(patron, story.staff(0), 0, "garbage");
        site.wall().board().noise(true);
        try {
            int others = site.wall().pulses() - site.wall().pulses(ready.door());
            String door = story.visit().openPickup(patron, ready.hold());
            assertThat(door).isEqualTo(ready.door());
            story.visit().takeAndClose(door);
            assertThat(site.wall().pulses() - site.wall().pulses(ready.door())).isEqualTo(others);
        } finally {
            site.wall().board().noise(false);
        }
    }

    @Test
    void a_malformed_message_is_kept_and_shown_to_staff_and_the_station_goes_on() throws Exception {
        Identity identity = Identity.read(site.kiosk().data()).orElseThrow();
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(identity.tls().getSocketFactory());
        // A client of the station's own beside the kiosk's: its name, and more behind a character no name has.
        MqttClient client = new MqttClient(
                identity.broker().toString(), identity.station().value() + ".probe", new MemoryPersistence());
        try (Rest desk = site.rest(story.staff(0))) {
            int before = desk.get("/api/v1/staff/dead-letters").size();
            client.connect(options);
            client.publish(
                    Topics.EVT.of(identity.station()),
                    new MqttMessage("{\"epoch\":".getBytes(StandardCharsets.UTF_8), 1, false, new MqttProperties()));
            client.disconnect();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            desk.get("/api/v1/staff/dead-letters").size())
                    .isEqualTo(before + 1));
            assertThat(desk.get("/api/v1/staff/dead-letters")
                            .get(0)
                            .required("why")
                            .stringValue())
                    .isNotBlank();
        } finally {
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "\"hold\"",
                "{}",
                "{\"title\":7,\"pickupBranch\":\"ilukste\"}",
                "{\"title\":\"no-such-title\",\"pickupBranch\":\"ilukste\"}"
            })
    void a_wrong_body_is_refused_in_words(String body) throws Exception {
        try (Rest reader = site.rest(story.patron(2))) {
            HttpResponse<String> answer = reader.answer("/api/v1/holds", body, "wrong");
            assertThat(answer.statusCode()).isBetween(400, 422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"code\"").contains("\"title\"");
        }
    }

    private static void refusedAtPin(Person person) throws Exception {
        long before = refused("UNKNOWN_CARD_OR_WRONG_PIN");
        try (Touchscreen screen = site.kiosk().touchscreen()) {
            screen.await("Welcome");
            site.wall().scan(person.code());
            screen.await("Pin");
            screen.typeDigits(person.pin());
            awaitRefused("UNKNOWN_CARD_OR_WRONG_PIN", before + 1);
            screen.await("Pin", "Trouble");
        }
    }

    private static void awaitRefused(String reason, long times) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(refused(reason)).isEqualTo(times));
    }

    /** How often the server has heard of this refusal. */
    private static long refused(String reason) throws Exception {
        List<String> found = Story.column(
                site.server().ledger(), "select coalesce(sum(times), 0) from refusal where reason = '" + reason + "'");
        return Long.parseLong(found.getFirst());
    }
}
