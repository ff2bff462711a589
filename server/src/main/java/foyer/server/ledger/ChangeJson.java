package foyer.server.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import foyer.server.circulation.Appointment;
import foyer.server.circulation.Batch;
import foyer.server.circulation.By;
import foyer.server.circulation.Change;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Hold;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Loan;
import foyer.station.PatronId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/** Changes as JSON: every sealed state by its plain name under {@code is}. */
final class ChangeJson {
    private static final String PATRON = "patron";
    private static final List<Class<?>> STATES =
            List.of(Hold.class, ItemState.class, Loan.class, Fine.class, Batch.class, Appointment.class, By.class);
    private static final JsonMapper JSON = mapper();

    private ChangeJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface ByName {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        for (Class<?> state : STATES) {
            builder.addMixIn(state, ByName.class);
            for (Class<?> one : state.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(one, one.getSimpleName()));
            }
        }
        return builder.build();
    }

    static String write(Change change, Optional<PatronId> patron) {
        JsonNode tree = JSON.valueToTree(change);
        patron.ifPresent(one -> replace(tree, one.value(), ChangeText.SOMEBODY));
        return JSON.writeValueAsString(tree);
    }

    /** @throws IllegalStateException when there is no such kind */
    static Change read(String kind, String body, Optional<PatronId> patron) {
        JsonNode tree = JSON.readTree(body);
        patron.ifPresent(one -> replace(tree, ChangeText.SOMEBODY, one.value()));
        for (Class<?> one : Change.class.getPermittedSubclasses()) {
            if (one.getSimpleName().equals(kind)) {
                return (Change) JSON.treeToValue(tree, one);
            }
        }
        throw new IllegalStateException("no such change: " + kind);
    }

    private static void replace(JsonNode tree, String was, String becomes) {
        if (tree instanceof ObjectNode object
                && object.path(PATRON).asString("").equals(was)) {
            object.put(PATRON, becomes);
        }
        tree.forEach(child -> replace(child, was, becomes));
    }
}
