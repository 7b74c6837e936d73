package dev.slipway.scaffolding.run;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Filter;
import dev.slipway.template.contract.TemplateOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Backstage's own four filters, as the npm packages of its scaffolder (plugin-scaffolder-backend 4.2.0) have them. */
public final class BackstageFilters {

    private static final Map<String, Filter> ALL = Map.of(
            "parseRepoUrl",
            (value, _) -> RepositoryParts.of(value).byName(),
            "projectSlug",
            (value, _) -> RepositoryParts.of(value).slug(),
            "parseEntityRef",
            BackstageFilters::entity,
            "pick",
            PropertyPath::pick);

    private BackstageFilters() {}

    /** These options with the four filters. */
    public static TemplateOptions addTo(TemplateOptions options) {
        TemplateOptions result = options;
        for (Map.Entry<String, Filter> filter : ALL.entrySet()) {
            result = result.withFilter(filter.getKey(), filter.getValue());
        }
        return result;
    }

    /** {@code kind:namespace/name}, or a map of these, into its parts. */
    private static Object entity(@Nullable Object value, Arguments arguments) {
        Map<String, @Nullable Object> parts = switch (value) {
            case Map<?, ?> map -> named(map);
            case String text when !text.isEmpty() -> read(text);
            case null, default -> throw new IllegalArgumentException("An entity reference must not be empty.");
        };
        Map<?, ?> defaults = defaults(arguments);
        if (parts.get("kind") == null) {
            parts.put("kind", defaults.get("defaultKind"));
        }
        if (parts.get("namespace") == null) {
            Object namespace = defaults.get("defaultNamespace");
            parts.put("namespace", namespace == null || "".equals(namespace) ? "default" : namespace);
        }
        parts.forEach((part, filled) -> {
            if (filled == null || "".equals(filled)) {
                throw new IllegalArgumentException(
                        "\"" + value + "\" has no " + part + ": expected kind:namespace/name.");
            }
        });
        return parts;
    }

    private static Map<?, ?> defaults(Arguments arguments) {
        return arguments.positional().stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .findFirst()
                .orElse(arguments.named());
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("kind", map.get("kind"));
        parts.put("namespace", map.get("namespace"));
        parts.put("name", map.get("name"));
        return parts;
    }

    private static Map<String, @Nullable Object> read(String text) {
        int slash = text.indexOf('/');
        int first = text.indexOf(':');
        int colon = slash >= 0 && slash < first ? -1 : first;
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("kind", colon < 0 ? null : text.substring(0, colon));
        parts.put("namespace", slash < 0 ? null : text.substring(colon + 1, slash));
        parts.put("name", text.substring(Math.max(colon, slash) + 1));
        if (parts.containsValue("")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no entity reference: expected kind:namespace/name.");
        }
        return parts;
    }
}
