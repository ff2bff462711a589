package foyer.bridge.cli;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, their fields in the order in which they are declared. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** One document. */
    static String document(Object record) {
        return PRETTY.writeValueAsString(record);
    }

    /** One line of many. */
    static String line(Object record) {
        return MAPPER.writeValueAsString(record);
    }
}
