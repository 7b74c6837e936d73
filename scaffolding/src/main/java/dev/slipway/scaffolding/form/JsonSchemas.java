package dev.slipway.scaffolding.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates values by JSON Schema draft-07, which Backstage's forms are written in. */
public final class JsonSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CompiledSchemas SCHEMAS = new CompiledSchemas(SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .regularExpressionFactory(BoundedPattern::of)
                    .build())));

    private JsonSchemas() {}

    /**
     * One violation.
     *
     * @param path of the value, parts separated by dots; empty for the value itself; of a missing one, its own path
     * @param keyword of the schema, for example {@code pattern}
     */
    public record Violation(String path, String keyword, String message) {}

    /** Everything that breaks the schema. */
    public static List<Violation> problems(Map<String, ? extends @Nullable Object> schema, @Nullable Object value) {
        JsonNode node = JSON.valueToTree(value);
        try {
            Schema compiled = SCHEMAS.of(JSON.writeValueAsString(schema));
            List<Error> errors = compiled.validate(
                    node, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            return errors.stream().map(JsonSchemas::violation).toList();
        } catch (SchemaException | IllegalArgumentException e) { // a pattern that is none, a reference to nowhere
            return List.of(new Violation("", "schema", "The template describes this field wrongly: " + e.getMessage()));
        }
    }

    /** Whether a value is of a type, or of one of several. */
    static boolean isOf(@Nullable Object type, @Nullable Object value) {
        return type instanceof List<?> types
                ? types.stream().anyMatch(each -> isOf(each, value))
                : switch (String.valueOf(type)) {
                    case "null" -> value == null;
                    case "string" -> value instanceof String;
                    case "boolean" -> value instanceof Boolean;
                    case "integer" -> value instanceof Number number && number.doubleValue() % 1 == 0;
                    case "number" -> value instanceof Number;
                    case "array" -> value instanceof List<?>;
                    case "object" -> value instanceof Map<?, ?>;
                    default -> false;
                };
    }

    public static boolean holds(Map<String, ? extends @Nullable Object> schema, @Nullable Object value) {
        return problems(schema, value).isEmpty();
    }

    private static Violation violation(Error error) {
        String at = error.getInstanceLocation()
                .toString()
                .replaceFirst("^[/$.]+", "")
                .replace('/', '.');
        String keyword = String.valueOf(error.getKeyword());
        boolean missing = keyword.equals("required") && error.getProperty() != null;
        String path = missing ? (at.isEmpty() ? "" : at + ".") + error.getProperty() : at;
        return new Violation(path, keyword, Wording.of(keyword, error.getSchemaNode(), error.getMessage()));
    }
}
