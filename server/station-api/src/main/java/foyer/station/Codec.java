package foyer.station;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Messages to JSON (UTF-8) and back, as {@code foyer/station/v1/schema.json} describes them. Fields it does not know are
 * ignored, so that an older reader understands a newer writer; a field it needs and does not find is refused, and so is
 * a value of another kind: nothing is guessed from a number where a word should be.
 */
public final class Codec {
    /** No message is longer; what is, is refused unread. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(new SimpleModule().addDeserializer(Instant.class, new StrictInstant()))
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Codec() {}

    public static byte[] encode(Object message) {
        return JSON.writeValueAsBytes(message);
    }

    public static String encodeText(Object message) {
        return JSON.writeValueAsString(message);
    }

    /** @throws UnreadableMessage when the bytes are not that message; its words say what is wrong, not what they held */
    public static <T> T decode(byte[] bytes, Class<T> type) throws UnreadableMessage {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableMessage("longer than " + MOST_BYTES + " bytes");
        }
        try {
            T message = JSON.readValue(bytes, type);
            if (message == null) {
                throw new UnreadableMessage("null is not a message");
            }
            return message;
        } catch (JacksonException e) {
            throw new UnreadableMessage(type.getSimpleName() + ": " + Unread.words(e));
        }
    }

    /** As {@link #decode(byte[], Class)}. */
    public static <T> T decode(String text, Class<T> type) throws UnreadableMessage {
        return decode(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /**
     * Reads a batch event by event, so that one event this version cannot read does not hold up the others.
     *
     * @throws UnreadableMessage when not even the batch's epoch and the events' seq can be read
     */
    public static ReceivedBatch decodeBatch(byte[] bytes) throws UnreadableMessage {
        JsonNode tree = decode(bytes, JsonNode.class);
        Epoch epoch = epoch(tree.path("epoch"));
        JsonNode events = tree.path("events");
        if (!events.isArray() || events.isEmpty() || events.size() > EventBatch.MOST) {
            throw new UnreadableMessage("EventBatch: a batch holds 1 to " + EventBatch.MOST + " events");
        }
        List<Received> received = new ArrayList<>();
        for (JsonNode event : events) {
            received.add(received(event));
        }
        return new ReceivedBatch(epoch, received);
    }

    /** The bytes a signature stands for: bound to the station, so that one station's message is worthless at another. */
    public static byte[] toSign(StationId station, String body) {
        return ("foyer.v1\n" + station.value() + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static Epoch epoch(JsonNode node) throws UnreadableMessage {
        if (!node.isString()) {
            throw new UnreadableMessage("EventBatch: epoch: is missing, or is not what it must be");
        }
        try {
            return JSON.treeToValue(node, Epoch.class);
        } catch (JacksonException e) {
            throw new UnreadableMessage("EventBatch: epoch: " + Unread.words(e));
        }
    }

    private static Received received(JsonNode event) throws UnreadableMessage {
        JsonNode seq = event.path("seq");
        if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 1) {
            throw new UnreadableMessage("EventBatch: an event's seq counts from 1");
        }
        try {
            return new Received.Read(JSON.treeToValue(event, EventEnvelope.class));
        } catch (JacksonException e) {
            return new Received.Unreadable(seq.longValue(), event.toString(), Unread.words(e));
        }
    }

    public record ReceivedBatch(Epoch epoch, List<Received> events) {
        public ReceivedBatch {
            events = List.copyOf(events);
        }
    }

    /** One event of a batch as it was received. */
    public sealed interface Received {
        long seq();

        record Read(EventEnvelope envelope) implements Received {
            @Override
            public long seq() {
                return envelope.seq();
            }
        }

        /**
         * Kept raw, acked like any other, and shown to staff.
         *
         * @param raw the event's JSON, all its fields as they came; it may be personal and stays out of logs
         * @param why in words that repeat nothing of it
         */
        record Unreadable(long seq, String raw, String why) implements Received {
            @Override
            public String toString() {
                return "Unreadable[" + seq + ", " + why + "]";
            }
        }
    }
}
