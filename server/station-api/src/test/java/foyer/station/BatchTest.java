package foyer.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One event that cannot be read does not hold up those around it. */
class BatchTest {
    private final ObjectNode batch = (ObjectNode) Examples.named("evt-batch").tree();

    @Test
    void a_batch_is_read_event_by_event_as_it_is_read_whole() throws Exception {
        EventBatch whole = Codec.decode(Examples.named("evt-batch").bytes(), EventBatch.class);
        Codec.ReceivedBatch received =
                Codec.decodeBatch(Examples.named("evt-batch").bytes());
        assertThat(received.epoch()).isEqualTo(whole.epoch());
        assertThat(received.events())
                .isEqualTo(whole.events().stream().map(Codec.Received.Read::new).toList());
    }

    @Test
    void an_event_of_a_later_version_is_kept_raw_and_the_others_are_read() throws Exception {
        ObjectNode later = (ObjectNode) batch.get("events").get(2);
        later.putObject("event").put("type", "door-sang").put("melody", "planted words");
        List<Codec.Received> received = receive();
        assertThat(received).hasSize(7);
        assertThat(received.get(2)).isInstanceOfSatisfying(Codec.Received.Unreadable.class, unread -> {
            assertThat(unread.seq()).isEqualTo(later.get("seq").longValue());
            assertThat(Examples.JSON.readTree(unread.raw())).isEqualTo(later);
            assertThat(unread.why()).isEqualTo("event: a type this version does not know");
            assertThat(unread.toString()).doesNotContain("planted", "door-sang");
        });
        assertThat(received.stream().filter(Codec.Received.Read.class::isInstance))
                .hasSize(6);
    }

    @Test
    void a_wrong_value_or_a_missing_field_is_that_events_own_matter() throws Exception {
        ((ObjectNode) batch.get("events").get(0)).remove("clock");
        ((ObjectNode) batch.get("events").get(1)).put("boot", "third");
        ((ObjectNode) batch.get("events").get(3)).put("boot", 0);
        ((ObjectNode) batch.get("events").get(4).get("event")).put("item", "with blanks in it");
        ((ObjectNode) batch.get("events").get(5)).putNull("event");
        assertThat(receive().stream().map(r -> r instanceof Codec.Received.Read))
                .containsExactly(false, false, true, false, false, false, true);
    }

    @Test
    void every_event_is_read_alone_or_reported_alone_whatever_is_wrong_with_it() throws Exception {
        JsonNode good = batch.get("events").get(0).deepCopy();
        long seq = good.get("seq").longValue();
        for (Mutations.Mutant mutant : Mutations.withOneReplaced(good, Examples.JSON.readTree("[{\"x\":-1}]"))) {
            if (mutant.tree().path("seq").isIntegralNumber()) {
                batch.putArray("events").add(mutant.tree()).add(good);
                List<Codec.Received> received = receive();
                assertThat(received.get(0)).as(mutant.place()).isInstanceOf(Codec.Received.Unreadable.class);
                assertThat(received.get(0).seq()).isEqualTo(seq);
                assertThat(received.get(1)).isInstanceOf(Codec.Received.Read.class);
            }
        }
    }

    private List<Codec.Received> receive() throws UnreadableMessage {
        return Codec.decodeBatch(Examples.JSON.writeValueAsBytes(batch)).events();
    }
}
