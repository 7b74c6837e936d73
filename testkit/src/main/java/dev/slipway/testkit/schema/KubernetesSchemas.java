package dev.slipway.testkit.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.documents.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas by apiVersion and kind: Kubernetes' own from its OpenAPI definitions, custom resources' from their
 * CustomResourceDefinitions. Strict: a field that the schema does not know is an error, as with {@code kubectl --validate=strict}.
 */
public final class KubernetesSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, JsonNode> sources = new HashMap<>();

    /** Only of the kinds that were asked for: there are hundreds. */
    private final Map<String, Schema> compiled = new HashMap<>();

    private KubernetesSchemas() {}

    /**
     * Reads the schemas below a folder with {@code kubernetes/definitions-only.json} and {@code crds/}; empty when there is none, which a
     * test says as "skipped: no schemas".
     */
    public static Optional<KubernetesSchemas> below(Path folder) {
        if (!Files.isRegularFile(folder.resolve("kubernetes/definitions-only.json"))) {
            return Optional.empty();
        }
        KubernetesSchemas schemas = new KubernetesSchemas();
        try (Stream<Path> files = Files.walk(folder.resolve("crds"))) {
            schemas.addKubernetes(JSON.readTree(Files.readString(folder.resolve("kubernetes/definitions-only.json"))));
            files.filter(file -> file.toString().matches(".*(argo-cd|istio|gateway-api).*\\.yaml"))
                    .forEach(schemas::addDefinitions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(schemas);
    }

    /** What is wrong with an object, one line each; an unknown kind is wrong, too. */
    public List<String> problems(Map<String, ?> object) {
        String key = object.get("apiVersion") + "/" + object.get("kind");
        JsonNode source = sources.get(key);
        if (source == null) {
            return List.of("There is no schema for " + key + ".");
        }
        return compiled.computeIfAbsent(key, _ -> compile(source)).validate(JSON.<JsonNode>valueToTree(object)).stream()
                .map(KubernetesSchemas::line)
                .toList();
    }

    private static String line(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }

    private void addKubernetes(JsonNode openApi) {
        ObjectNode definitions = (ObjectNode) openApi.get("definitions");
        definitions.properties().forEach(definition -> close(definition.getValue()));
        definitions.set("io.k8s.apimachinery.pkg.api.resource.Quantity", JSON.createObjectNode());
        definitions.set("io.k8s.apimachinery.pkg.util.intstr.IntOrString", JSON.createObjectNode());
        definitions
                .properties()
                .forEach(definition -> definition
                        .getValue()
                        .path("x-kubernetes-group-version-kind")
                        .forEach(kind -> addKubernetes(definitions, definition.getKey(), kind)));
    }

    private void addKubernetes(ObjectNode definitions, String name, JsonNode kind) {
        String group = kind.get("group").asString();
        String apiVersion =
                (group.isEmpty() ? "" : group + "/") + kind.get("version").asString();
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#/definitions/" + name);
        schema.set("definitions", definitions);
        String key = apiVersion + "/" + kind.get("kind").asString();
        if (name.startsWith("io.k8s.api.")) {
            sources.put(key, schema);
        }
    }

    private void addDefinitions(Path file) {
        try {
            YamlReader.core().documents(file.toString(), Files.readString(file)).stream()
                    .map(document -> JSON.<JsonNode>valueToTree(document.plain()))
                    .filter(document -> document.path("kind").asString("").equals("CustomResourceDefinition"))
                    .map(document -> document.get("spec"))
                    .forEach(this::addDefinition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addDefinition(JsonNode spec) {
        String kind = spec.get("names").get("kind").asString();
        spec.get("versions").forEach(version -> {
            JsonNode schema = version.path("schema").path("openAPIV3Schema");
            if (schema instanceof ObjectNode object) {
                close(object);
                ObjectNode properties = object.withObject("properties");
                properties.putObject("apiVersion");
                properties.putObject("kind");
                properties.putObject("metadata");
                sources.put(
                        spec.get("group").asString() + "/" + version.get("name").asString() + "/" + kind, object);
            }
        });
    }

    /** Makes unknown fields errors wherever a schema lists its fields, and says in JSON Schema what OpenAPI says otherwise. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("x-kubernetes-int-or-string").asBoolean(false)) {
                object.remove("type");
            }
            if (object.path("properties").isObject()
                    && !object.has("additionalProperties")
                    && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)) {
                object.put("additionalProperties", false);
            }
            // These hold schemas that are judged together with their parent.
            for (String combined : List.of("oneOf", "anyOf", "allOf", "not")) {
                object.path(combined).forEach(KubernetesSchemas::open);
            }
            object.properties().forEach(field -> {
                if (!List.of("oneOf", "anyOf", "allOf", "not").contains(field.getKey())) {
                    close(field.getValue());
                }
            });
        } else {
            node.forEach(KubernetesSchemas::close);
        }
    }

    private static void open(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("additionalProperties");
        }
        node.forEach(KubernetesSchemas::open);
    }

    private static Schema compile(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }
}
