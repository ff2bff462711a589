package foyer.station;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One change at a time to a tree: at every place, every kind of wrong value. */
final class Mutations {
    private Mutations() {}

    /** A changed message. {@code open} says that the place is a map whose keys are free, so that any field fits. */
    record Mutant(String place, JsonNode tree, boolean open) {}

    /** Each field removed on its own. */
    static List<Mutant> withoutOneField(JsonNode original) {
        List<Mutant> mutants = new ArrayList<>();
        objects(original, "", (place, at) -> {
            for (String field : List.copyOf(at.propertyNames())) {
                JsonNode old = at.remove(field);
                mutants.add(new Mutant(place + "/" + field, original.deepCopy(), isMap(place)));
                at.set(field, old);
            }
        });
        return mutants;
    }

    /** A field nobody knows in each object on its own. */
    static List<Mutant> withOneMore(JsonNode original, JsonNode value) {
        List<Mutant> mutants = new ArrayList<>();
        objects(original, "", (place, at) -> {
            at.set("addedInVersion9", value);
            mutants.add(new Mutant(place, original.deepCopy(), isMap(place)));
            at.remove("addedInVersion9");
        });
        return mutants;
    }

    /** Each value, however deep, replaced by this one. */
    static List<Mutant> withOneReplaced(JsonNode original, JsonNode value) {
        List<Mutant> mutants = new ArrayList<>();
        replace(original, () -> original, "", value, mutants);
        mutants.add(new Mutant("", value, false));
        return mutants;
    }

    private static void replace(JsonNode at, Supplier<JsonNode> root, String place, JsonNode by, List<Mutant> to) {
        if (at instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                JsonNode old = object.get(field);
                object.set(field, by);
                to.add(new Mutant(place + "/" + field, root.get().deepCopy(), isMap(place)));
                object.set(field, old);
                replace(old, root, place + "/" + field, by, to);
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode old = array.get(i);
                array.set(i, by);
                to.add(new Mutant(place + "/" + i, root.get().deepCopy(), false));
                array.set(i, old);
                replace(old, root, place + "/" + i, by, to);
            }
        }
    }

    private static void objects(JsonNode at, String place, BiConsumer<String, ObjectNode> to) {
        if (at instanceof ObjectNode object) {
            to.accept(place, object);
            for (String field : List.copyOf(object.propertyNames())) {
                objects(object.get(field), place + "/" + field, to);
            }
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                objects(array.get(i), place + "/" + i, to);
            }
        }
    }

    /** The branch's names by language: the one place where keys are free. */
    private static boolean isMap(String place) {
        return place.equals("/branch/name");
    }
}
