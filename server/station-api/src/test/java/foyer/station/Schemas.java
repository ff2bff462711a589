package foyer.station;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The published schema, as a reader of the contract would use it. */
final class Schemas {
    static final JsonNode DOCUMENT = Examples.resource("/foyer/station/v1/schema.json");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(
                            Map.of("urn:foyer:station:v1", DOCUMENT.toString()))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Schemas() {}

    static Schema of(Class<?> type) {
        return REGISTRY.getSchema(SchemaLocation.of("urn:foyer:station:v1#/$defs/" + type.getSimpleName()));
    }
}
