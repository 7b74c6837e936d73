package dev.slipway.gitops.validation.schema;

import dev.slipway.documents.spelling.Nearest;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One way through an object and its schema, side by side. */
final class Walk {

    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final String EMBEDDED = "x-kubernetes-embedded-resource";
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");

    private final KindSchema kind;
    private final List<Violation> violations;

    Walk(KindSchema kind, List<Violation> violations) {
        this.kind = kind;
        this.violations = violations;
    }

    void object(Map<String, ?> content) {
        if (kind.custom()) {
            fields(kind.root(), content, "", true);
            embedded(content, "");
        } else {
            value(kind.root(), content, "");
        }
    }

    private void value(@Nullable Map<String, @Nullable Object> written, @Nullable Object value, String at) {
        if (written == null) {
            return;
        }
        Map<String, @Nullable Object> schema = resolved(written);
        if (value == null) {
            nothing(schema, at);
        } else if (isOfType(schema, value, at)) {
            violations.addAll(Scalars.violations(schema, value, at));
            if (value instanceof Map<?, ?>) {
                fields(schema, Values.asMap(value), at, false);
            } else if (value instanceof List<?> list) {
                items(schema, list, at);
            }
            violations.addAll(Alternatives.violations(schema, value, at));
        }
    }

    private Map<String, @Nullable Object> resolved(Map<String, @Nullable Object> schema) {
        return schema.get("$ref") instanceof String name ? kind.definitions().apply(name) : schema;
    }

    /** Kubernetes' own decoder takes null for absent; a custom resource's schema has to admit it. */
    private void nothing(Map<String, @Nullable Object> schema, String at) {
        if (kind.custom()
                && schema.get("type") != null
                && !Boolean.TRUE.equals(schema.get("nullable"))
                && !schema.containsKey("default")) {
            violations.add(Violation.error(
                    Rule.SCHEMA_TYPE,
                    at,
                    "Nothing stands here.",
                    Types.words(schema),
                    "Give it a value, or remove it."));
        }
    }

    private boolean isOfType(Map<String, @Nullable Object> schema, Object value, String at) {
        if (Types.admits(schema, value)) {
            return true;
        }
        violations.add(Violation.error(
                Rule.SCHEMA_TYPE,
                at,
                "This is " + Types.of(value) + Types.quoted(value) + ".",
                Types.words(schema),
                Types.advice(schema, value)));
        return false;
    }

    private void fields(
            Map<String, @Nullable Object> schema, @Nullable Map<String, ?> content, String at, boolean root) {
        if (content == null) {
            return;
        }
        Map<String, @Nullable Object> properties = Values.map(schema, "properties");
        boolean whole = root || Boolean.TRUE.equals(schema.get(EMBEDDED));
        required(schema, content, at);
        content.forEach((name, value) -> {
            String below = at + "/" + name.replace("~", "~0").replace("/", "~1");
            if (properties != null && properties.containsKey(name) && !(whole && IDENTITY.contains(name))) {
                value(Values.asMap(properties.get(name)), value, below);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> each) {
                value(Values.asMap(each), value, below);
            } else if (!isOpen(schema, properties) && !(whole && IDENTITY.contains(name))) {
                unknown(name, properties == null ? Set.of() : properties.keySet(), below);
            }
        });
        if (!root && Boolean.TRUE.equals(schema.get(EMBEDDED))) {
            embedded(content, at);
        }
    }

    /** Of Kubernetes' own definitions, those without fields hold anything. */
    private boolean isOpen(Map<String, @Nullable Object> schema, @Nullable Map<String, @Nullable Object> properties) {
        if (Boolean.TRUE.equals(schema.get(PRESERVE)) || Boolean.TRUE.equals(schema.get("additionalProperties"))) {
            return true;
        }
        return properties == null && !(kind.custom() && "object".equals(schema.get("type")));
    }

    private void required(Map<String, @Nullable Object> schema, Map<String, ?> content, String at) {
        List<String> missing = texts(schema.get("required")).stream()
                .filter(name -> content.get(name) == null)
                .filter(name -> !content.containsKey(name) || !kind.custom())
                .toList();
        if (!missing.isEmpty()) {
            violations.add(Violation.error(
                    Rule.SCHEMA_REQUIRED,
                    at,
                    missing.stream().collect(Collectors.joining("\" and \"", "\"", "\""))
                            + (missing.size() == 1 ? " is" : " are") + " missing here.",
                    "",
                    "Add " + (missing.size() == 1 ? "it." : "them.")));
        }
    }

    private void unknown(String name, Set<String> known, String at) {
        String near = Nearest.of(name, known)
                .map(each -> "Did you mean \"" + each + "\"?")
                .orElse("");
        violations.add(Violation.error(
                Rule.SCHEMA_FIELD,
                at,
                "There is no field \"" + name + "\" here.",
                near.isEmpty() && !known.isEmpty() && known.size() <= 12 ? "one of " + String.join(", ", known) : "",
                near));
    }

    private void embedded(Map<String, ?> content, String at) {
        Walk builtIn = new Walk(
                new KindSchema("", Map.of(), false, name -> Values.mutable(Schemas.kubernetesDefinition(name))),
                violations);
        Map<String, @Nullable Object> reference = Map.of("$ref", "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
        builtIn.value(reference, content.get("metadata"), at + "/metadata");
    }

    private void items(Map<String, @Nullable Object> schema, List<?> list, String at) {
        Map<String, @Nullable Object> items = Values.asMap(schema.get("items"));
        for (int i = 0; i < list.size(); i++) {
            value(items, list.get(i), at + "/" + i);
        }
        if ("map".equals(schema.get("x-kubernetes-list-type"))) {
            unique(texts(schema.get("x-kubernetes-list-map-keys")), items, list, at);
        } else if ("set".equals(schema.get("x-kubernetes-list-type"))) {
            unique(List.of(), items, list, at);
        }
    }

    private void unique(List<String> keys, @Nullable Map<String, @Nullable Object> items, List<?> list, String at) {
        Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String each : keys) {
                Object value = Values.at(list.get(i), each);
                key.add(value == null ? Values.at(items, "properties", each, "default") : value);
            }
            if (keys.isEmpty()) {
                key.add(list.get(i));
            }
            if (!seen.add(key)) {
                String words = keys.isEmpty()
                        ? String.valueOf(list.get(i))
                        : keys.get(0) + " " + key.get(0) + (keys.size() > 1 ? " …" : "");
                violations.add(Violation.error(
                        Rule.SCHEMA_DUPLICATE,
                        at + "/" + i,
                        "\"" + words + "\" is in this list before.",
                        "each " + (keys.isEmpty() ? "value" : String.join(" and ", keys)) + " once",
                        "Remove one."));
            }
        }
    }

    static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
