package dev.slipway.platform.definition;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlPointer;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a YAML document against one of Slipway's JSON Schemas and says where in the file it differs. */
final class SchemaCheck {

    /** What the design knows and this version does not do: a key that is ignored would be a promise broken in silence. */
    private static final Set<String> NOT_IMPLEMENTED =
            Set.of("sleep", "wake", "signIn", "database", "freeze", "performance", "incidents", "job", "load");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Schema schema;

    /** @param resource below {@code /schemas} on the class path */
    SchemaCheck(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("/schemas/" + resource)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(java.util.Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Problem> problems(YamlValue document) {
        List<Problem> problems = new ArrayList<>();
        schema.validate(JSON.<JsonNode>valueToTree(document.plain()))
                .forEach(error -> problems.add(problem(document, error)));
        return problems;
    }

    private Problem problem(YamlValue document, Error error) {
        YamlPointer pointer = YamlPointer.parse(error.getInstanceLocation().toString());
        YamlValue at = pointer.find(document).orElse(document);
        String field = pointer.segments().isEmpty() ? "the document" : pointer.toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(at, field, String.valueOf(error.getProperty()), error);
            case "required" ->
                new Problem(
                        at.place().toString(),
                        "\"" + error.getProperty() + "\" is missing in " + field + ".",
                        null,
                        null);
            default ->
                new Problem(
                        at.place().toString(),
                        field + " is " + shown(at) + ": " + error.getMessage() + ".",
                        description(error),
                        meant(at, error));
        };
    }

    /** Of a word that is not among those allowed. */
    private static @Nullable String meant(YamlValue at, Error error) {
        JsonNode allowed = error.getSchemaNode();
        List<String> words = allowed == null || !Set.of("enum", "const").contains(error.getKeyword())
                ? List.of()
                : (allowed.isArray() ? allowed.valueStream() : Stream.of(allowed))
                        .map(JsonNode::asString)
                        .toList();
        return at.asText().flatMap(word -> Suggestions.didYouMean(word, words)).orElse(null);
    }

    private Problem unknownKey(YamlValue at, String field, String key, Error error) {
        Place place = at.asMap().map(map -> keyPlace(map, key)).orElse(at.place());
        if (NOT_IMPLEMENTED.contains(key)) {
            return new Problem(
                    place.toString(),
                    "\"" + key + "\" is not implemented by this version of Slipway.",
                    null,
                    "Remove it: a gate or setting that does nothing would look like protection.");
        }
        String next = Suggestions.didYouMean(key, siblings(error)).orElse(null);
        return new Problem(place.toString(), "\"" + key + "\" is not a key of " + field + ".", null, next);
    }

    /** The keys that the schema knows beside the {@code additionalProperties} that refused one. */
    private List<String> siblings(Error error) {
        String refusing = error.getSchemaLocation().getFragment().toString();
        String properties = refusing.substring(0, refusing.lastIndexOf('/')) + "/properties";
        return List.copyOf(schema.getSchemaNode().at(properties).propertyNames());
    }

    private static Place keyPlace(YamlMap map, String key) {
        return map.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(entry -> entry.key().place())
                .findFirst()
                .orElse(map.place());
    }

    private static String shown(YamlValue value) {
        return value.asText().map(text -> "\"" + text + "\"").orElseGet(value::kind);
    }

    private static @Nullable String description(Error error) {
        JsonNode schema = error.getSchemaNode();
        return schema != null && schema.isObject() && schema.hasNonNull("description")
                ? schema.get("description").asString()
                : null;
    }
}
