package foyer.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever arrives, the answer is a message or {@link UnreadableMessage}, and never a word of what it held. */
class HostileBytesTest {
    static List<Examples.Example> examples() {
        return Examples.all();
    }

    static Stream<byte[]> garbage() {
        String nested = "[".repeat(100_000);
        return Stream.of(
                        "",
                        " \n",
                        "null",
                        "true",
                        "7",
                        "\"\"",
                        "[]",
                        "{}",
                        "{",
                        "}",
                        "\u0000",
                        "\uFEFF",
                        "{} {}",
                        "{\"link\":\"a\",\"online\":true} {}",
                        "{\"link\":\"a\",\"link\":\"b\",\"online\":true}",
                        "{'link':'a','online':true}",
                        "{\"link\":\"a\",\"online\":true,}",
                        "<link/>",
                        nested,
                        "{\"x\":" + nested,
                        "{\"x\":".repeat(100_000),
                        "{\"event\":{\"type\":\"door-forced\",\"door\":" + nested,
                        "{\"seq\":" + "9".repeat(5_000) + "}",
                        "{\"seq\":1e999999999}",
                        "{\"" + "k".repeat(100_000) + "\":1}",
                        "{\"epoch\":\"e\",\"events\":[null]}",
                        "{\"epoch\":null,\"events\":[{\"seq\":1}]}",
                        "{\"epoch\":7,\"events\":[{\"seq\":1}]}",
                        "{\"epoch\":\"e\",\"events\":[{\"seq\":0}]}",
                        "{\"epoch\":\"e\",\"events\":[{\"seq\":1.5}]}",
                        "{\"epoch\":\"e\",\"events\":[{\"seq\":\"1\"}]}",
                        "{\"epoch\":\"e\",\"events\":[{\"seq\":9223372036854775808}]}",
                        "{\"epoch\":\"e\",\"events\":{\"0\":{\"seq\":1}}}",
                        "{\"epoch\":\"e\",\"events\":[" + "{\"seq\":1},".repeat(50) + "{\"seq\":1}]}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 1},
                new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
                "{\"link\":\"\u00ff\",\"online\":true}".getBytes(StandardCharsets.ISO_8859_1),
                new byte[Codec.MOST_BYTES + 1]);
    }

    @ParameterizedTest
    @MethodSource({"garbage", "notUtf8"})
    void garbage_is_unreadable_and_nothing_else(byte[] bytes) {
        for (Class<?> type : List.of(
                EventBatch.class, Birth.class, StationState.class, Link.class, Signed.class, ServerMessage.class)) {
            assertThatThrownBy(() -> Codec.decode(bytes, type)).isExactlyInstanceOf(UnreadableMessage.class);
        }
        assertThatThrownBy(() -> Codec.decodeBatch(bytes)).isExactlyInstanceOf(UnreadableMessage.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_message_cut_short_anywhere_is_unreadable(Examples.Example example) {
        byte[] whole = Examples.JSON.writeValueAsBytes(example.tree());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Codec.decode(cut, example.type())).isExactlyInstanceOf(UnreadableMessage.class);
            assertThatThrownBy(() -> Codec.decodeBatch(cut)).isExactlyInstanceOf(UnreadableMessage.class);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void any_flipped_bit_gives_a_message_or_unreadable(Examples.Example example) {
        byte[] bytes = Examples.JSON.writeValueAsBytes(example.tree());
        int unreadable = 0;
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            unreadable += readable(bytes, example.type()) ? 0 : 1;
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(unreadable).isBetween(1, bytes.length * 8 - 1);
    }

    /** Anything but a message or UnreadableMessage comes out of here and fails the test. */
    private static boolean readable(byte[] bytes, Class<?> type) {
        try {
            return type.isInstance(Codec.decode(bytes, type));
        } catch (UnreadableMessage e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void why_it_is_unreadable_repeats_nothing_of_it(Examples.Example example) {
        for (String value : List.of(
                "\"Zane 4711 Kalniņa\"",
                "4711471147114711471147",
                "{\"type\":\"4711\"}",
                "{\"4711\":[]}",
                "[\"4711 \"]",
                "\"2026-47-11T47:11:47Z\"")) {
            JsonNode planted = Examples.JSON.readTree(value);
            for (Mutations.Mutant mutant : Mutations.withOneReplaced(example.tree(), planted)) {
                staysSilent(Examples.JSON.writeValueAsBytes(mutant.tree()), example.type());
            }
        }
        String text = example.text();
        staysSilent(text.replaceFirst("\\{", "{ Zane4711 ").getBytes(StandardCharsets.UTF_8), example.type());
        staysSilent((text + "4711").getBytes(StandardCharsets.UTF_8), example.type());
    }

    private static void staysSilent(byte[] bytes, Class<?> type) {
        try {
            Codec.decode(bytes, type);
        } catch (UnreadableMessage e) {
            assertThat(e.getMessage()).doesNotContain("4711", "Zane", "Kalniņa");
            assertThat(e).hasNoCause().hasNoSuppressedExceptions();
        }
    }

    @Test
    void words_say_where_and_what() {
        assertThat(why("{\"link\":\"a b\",\"online\":true}", Link.class))
                .isEqualTo("Link: link: LinkId does not have the shape [A-Za-z0-9_-]{1,64}");
        assertThat(why("{\"link\":\"a\"}", Link.class))
                .isEqualTo("Link: online: is missing, or is not what it must be");
        assertThat(why("{\"link\":", Link.class)).startsWith("Link: not JSON, seen at byte");
        assertThat(why("{\"type\":\"told\"}", ServerMessage.class))
                .isEqualTo("ServerMessage: a type this version does not know");
        assertThat(why("{\"epoch\":\"e\",\"events\":[{\"seq\":99999999999999999999}]}", EventBatch.class))
                .isEqualTo("EventBatch: events[0].seq: a number out of range");
    }

    private static String why(String text, Class<?> type) {
        try {
            return "read: " + Codec.decode(text, type);
        } catch (UnreadableMessage e) {
            return String.valueOf(e.getMessage());
        }
    }
}
