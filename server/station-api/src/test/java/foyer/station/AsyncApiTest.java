package foyer.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The published description of the topics is the one the code keeps to. */
class AsyncApiTest {
    private static final JsonNode DOCUMENT = Examples.resource("/foyer/station/v1/asyncapi.json");
    private static final StationId STATION = new StationId("ilukste");

    @Test
    void it_has_the_topics_and_no_others() {
        Set<String> ours = new TreeSet<>();
        for (Topics kind : Topics.values()) {
            ours.add(kind.of(STATION));
        }
        Set<String> described = new TreeSet<>();
        DOCUMENT.get("channels").forEach(c -> described.add(address(c)));
        assertThat(described).isEqualTo(ours);
        assertThat(DOCUMENT.get("operations")).hasSize(ours.size());
    }

    @ParameterizedTest
    @EnumSource
    void each_topic_is_spoken_on_by_the_side_the_code_says(Topics kind) {
        JsonNode operation = operation(kind);
        assertThat(operation.get("action").asString()).isEqualTo(kind.stationSpeaks() ? "send" : "receive");
        assertThat(operation.at("/bindings/mqtt/qos").intValue()).isEqualTo(1);
        boolean retained =
                switch (kind) {
                    case STATE, LINK -> true;
                    case EVT, ACK, BIRTH, DESIRED -> false;
                };
        assertThat(operation.at("/bindings/mqtt/retain").booleanValue()).isEqualTo(retained);
    }

    @ParameterizedTest
    @EnumSource
    void each_topic_carries_messages_the_schema_knows(Topics kind) {
        Set<String> described = new TreeSet<>();
        DOCUMENT.at("/channels/" + leaf(kind) + "/messages").forEach(m -> {
            String message = m.get("$ref").asString().substring(1);
            String payload =
                    DOCUMENT.at(message).at("/payload/schema/$ref").asString().replace("schema.json#", "");
            assertThat(Schemas.DOCUMENT.at(payload).isObject()).as(payload).isTrue();
            described.add(payload.replace("/$defs/", ""));
        });
        Set<String> carried =
                switch (kind) {
                    case EVT -> Set.of("EventBatch");
                    case ACK -> Set.of("Ack", "Resend");
                    case BIRTH -> Set.of("Birth");
                    case DESIRED -> Set.of("Signed");
                    case STATE -> Set.of("StationState");
                    case LINK -> Set.of("Link");
                };
        assertThat(described).isEqualTo(carried);
    }

    private static JsonNode operation(Topics kind) {
        for (JsonNode operation : DOCUMENT.get("operations")) {
            if (operation.at("/channel/$ref").asString().equals("#/channels/" + leaf(kind))) {
                return operation;
            }
        }
        throw new AssertionError("no operation on " + kind);
    }

    private static String leaf(Topics kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String address(JsonNode channel) {
        return channel.get("address").asString().replace("{station}", STATION.value());
    }
}
