package foyer.station;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Holds the message types against the schema and the examples, by reflection, and says what is missing. */
final class Contract {
    private Contract() {}

    /** Every type a message of this type is made of: permitted subclasses, records, enums, and the types of fields. */
    static Set<Class<?>> partsOf(Class<?> message) {
        Set<Class<?>> parts = new LinkedHashSet<>();
        collect(message, parts);
        return parts;
    }

    private static void collect(Type type, Set<Class<?>> parts) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, parts);
            }
        }
        if (!(type instanceof Class<?> c) || !c.getName().startsWith("foyer.") || !parts.add(c)) {
            return;
        }
        if (c.isSealed()) {
            for (Class<?> permitted : c.getPermittedSubclasses()) {
                collect(permitted, parts);
            }
        }
        if (c.isRecord()) {
            for (RecordComponent component : c.getRecordComponents()) {
                collect(component.getGenericType(), parts);
            }
        }
    }

    /** What of these types the schema does not describe, or describes otherwise. */
    static List<String> notDescribed(Set<Class<?>> parts, JsonNode schema) {
        List<String> wrong = new ArrayList<>();
        for (Class<?> part : parts) {
            JsonNode described = schema.path("$defs").path(part.getSimpleName());
            if (!described.isObject()
                    || described.path("description").asString("").isEmpty()) {
                wrong.add(part.getSimpleName() + " is not described");
            } else if (part.isEnum()) {
                compare(part, constants(part), texts(described.path("enum")), wrong);
            } else if (part.isSealed()) {
                Set<String> refs = new TreeSet<>();
                described.path("oneOf").forEach(r -> refs.add(r.path("$ref").asString()));
                Set<String> permitted = new TreeSet<>();
                Arrays.stream(part.getPermittedSubclasses())
                        .forEach(s -> permitted.add("#/$defs/" + s.getSimpleName()));
                compare(part, permitted, refs, wrong);
            } else if (part.isRecord() && described.path("type").asString().equals("object")) {
                compare(part, fields(part), texts(described.path("required")), wrong);
                compare(
                        part,
                        fields(part),
                        new TreeSet<>(described.path("properties").propertyNames()),
                        wrong);
            }
        }
        return wrong;
    }

    /** Which of these records and enum constants no example shows. */
    static List<String> notShown(Set<Class<?>> parts, List<Examples.Example> examples) throws Exception {
        Set<Object> shown = new LinkedHashSet<>();
        for (Examples.Example example : examples) {
            show(Codec.decode(example.bytes(), example.type()), shown);
        }
        List<String> wrong = new ArrayList<>();
        for (Class<?> part : parts) {
            if (part.isRecord() && !shown.contains(part)) {
                wrong.add(part.getSimpleName() + " is in no example");
            }
            if (part.isEnum()) {
                for (Object constant : part.getEnumConstants()) {
                    if (!shown.contains(constant)) {
                        wrong.add(part.getSimpleName() + "." + constant + " is in no example");
                    }
                }
            }
        }
        return wrong;
    }

    private static void show(Object value, Set<Object> shown) throws Exception {
        if (value instanceof Enum<?>) {
            shown.add(value);
        } else if (value instanceof Iterable<?> values) {
            for (Object v : values) {
                show(v, shown);
            }
        } else if (value instanceof Record) {
            shown.add(value.getClass());
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                show(component.getAccessor().invoke(value), shown);
            }
        }
    }

    private static void compare(Class<?> part, Set<String> ours, Set<String> described, List<String> wrong) {
        if (!ours.equals(described)) {
            wrong.add(part.getSimpleName() + ": " + ours + " is described as " + described);
        }
    }

    private static Set<String> constants(Class<?> part) {
        Set<String> names = new TreeSet<>();
        for (Object constant : part.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return names;
    }

    private static Set<String> fields(Class<?> part) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : part.getRecordComponents()) {
            names.add(component.getName());
        }
        if (Arrays.stream(part.getInterfaces()).anyMatch(Class::isSealed)) {
            names.add("type");
        }
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(t -> texts.add(t.asString()));
        return texts;
    }
}
