package foyer.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What may be unknown is passed over; what must be there and right is asked for; codec and schema are of one mind. */
class TolerantAndStrictTest {
    static List<Examples.Example> examples() {
        return Examples.all();
    }

    /** Wrong nearly everywhere, and right somewhere, so that both answers are met. */
    private static final List<JsonNode> VALUES = List.of(
            json("null"),
            json("true"),
            json("0"),
            json("-1"),
            json("1.5"),
            json("65"),
            json("3000000000"),
            json("99999999999999999999999"),
            json("\"\""),
            json("\"7\""),
            json("\"0\""),
            json("\"Ē ž 27\""),
            json("\"2026-11-20T09:00:00Z\""),
            json("\"2026-11-20T11:00:00+02:00\""),
            json("\"2026-13-40T09:00:00Z\""),
            json("\"" + "a".repeat(70) + "\""),
            json("[]"),
            json("[null]"),
            json("[\"7\"]"),
            json("{}"),
            json("{\"value\":\"7\"}"),
            json("{\"type\":\"never-heard-of\"}"));

    @ParameterizedTest
    @MethodSource("examples")
    void a_field_nobody_knows_changes_nothing(Examples.Example example) throws Exception {
        Object message = Codec.decode(example.bytes(), example.type());
        for (String value : List.of("null", "1", "\"x\"", "[{\"type\":\"x\"}]", "{\"type\":\"ack\",\"seq\":{}}")) {
            for (Mutations.Mutant mutant : Mutations.withOneMore(example.tree(), json(value))) {
                if (!mutant.open()) {
                    assertThat(Codec.decode(bytes(mutant), example.type())).isEqualTo(message);
                    assertThat(Schemas.of(example.type()).validate(mutant.tree()))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_single_field_is_needed(Examples.Example example) {
        List<Mutations.Mutant> mutants = Mutations.withoutOneField(example.tree());
        assertThat(mutants).isNotEmpty();
        for (Mutations.Mutant mutant : mutants) {
            if (!mutant.open()) {
                assertThatThrownBy(() -> Codec.decode(bytes(mutant), example.type()))
                        .as(mutant.place())
                        .isExactlyInstanceOf(UnreadableMessage.class);
                assertThat(Schemas.of(example.type()).validate(mutant.tree()))
                        .as(mutant.place())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void codec_and_schema_take_and_refuse_the_same(Examples.Example example) {
        Schema schema = Schemas.of(example.type());
        int refused = 0;
        for (JsonNode value : VALUES) {
            for (Mutations.Mutant mutant : Mutations.withOneReplaced(example.tree(), value)) {
                boolean taken = takes(mutant, example.type());
                assertThat(taken)
                        .as("%s with %s at %s", example, value, mutant.place())
                        .isEqualTo(schema.validate(mutant.tree()).isEmpty());
                refused += taken ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(VALUES.size());
    }

    private static boolean takes(Mutations.Mutant mutant, Class<?> type) {
        try {
            return type.isInstance(Codec.decode(bytes(mutant), type));
        } catch (UnreadableMessage e) {
            return false;
        }
    }

    private static byte[] bytes(Mutations.Mutant mutant) {
        return Examples.JSON.writeValueAsBytes(mutant.tree());
    }

    private static JsonNode json(String text) {
        return Examples.JSON.readTree(text);
    }
}
