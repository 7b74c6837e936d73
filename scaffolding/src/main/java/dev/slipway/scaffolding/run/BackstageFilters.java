package dev.slipway.scaffolding.run;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Filter;
import dev.slipway.template.contract.TemplateOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Backstage's own four filters. */
public final class BackstageFilters {

    private static final Map<String, Filter> ALL = Map.of(
            "parseRepoUrl",
            (value, _) -> repository(value),
            "projectSlug",
            (value, _) -> slug(value),
            "parseEntityRef",
            BackstageFilters::entity,
            "pick",
            BackstageFilters::pick);

    private BackstageFilters() {}

    /** These options with the four filters. */
    public static TemplateOptions addTo(TemplateOptions options) {
        TemplateOptions result = options;
        for (Map.Entry<String, Filter> filter : ALL.entrySet()) {
            result = result.withFilter(filter.getKey(), filter.getValue());
        }
        return result;
    }

    /** {@code host?owner=…&repo=…} into its parts. */
    static Map<String, @Nullable Object> repository(@Nullable Object value) {
        String text = String.valueOf(value);
        URI url = URI.create(text.contains("://") ? text : "https://" + text);
        if (url.getRawAuthority() == null) {
            throw new IllegalArgumentException("\"" + text + "\" names no host: expected host?owner=…&repo=…");
        }
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("host", url.getRawAuthority());
        if (url.getRawQuery() != null) {
            for (String pair : url.getRawQuery().split("&")) {
                String[] keyAndValue = pair.split("=", 2);
                if (Set.of("owner", "repo", "organization", "workspace", "project")
                        .contains(keyAndValue[0])) {
                    parts.put(
                            keyAndValue[0],
                            URLDecoder.decode(keyAndValue.length > 1 ? keyAndValue[1] : "", StandardCharsets.UTF_8));
                }
            }
        }
        if (!parts.containsKey("repo")) {
            throw new IllegalArgumentException("\"" + text + "\" names no repository: expected host?owner=…&repo=…");
        }
        return parts;
    }

    private static String slug(@Nullable Object value) {
        Map<String, @Nullable Object> parts = repository(value);
        return parts.get("owner") + "/" + parts.get("repo");
    }

    private static Object entity(@Nullable Object value, Arguments arguments) {
        String text = String.valueOf(value);
        Map<?, ?> defaults = arguments.positional().stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .findFirst()
                .orElse(Map.of());
        int colon = text.indexOf(':');
        int slash = text.indexOf('/', colon + 1);
        Object kind = colon < 0 ? defaults.get("defaultKind") : text.substring(0, colon);
        if (kind == null) {
            throw new IllegalArgumentException("\"" + text + "\" has no kind: expected kind:namespace/name.");
        }
        Object defaultNamespace = defaults.get("defaultNamespace");
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("kind", kind);
        parts.put(
                "namespace",
                slash >= 0
                        ? text.substring(colon + 1, slash)
                        : defaultNamespace == null ? "default" : defaultNamespace);
        parts.put("name", text.substring(Math.max(colon, slash) + 1));
        return parts;
    }

    private static @Nullable Object pick(@Nullable Object value, Arguments arguments) {
        String path = arguments.get(0, "path").map(Object::toString).orElse("");
        Object at = value;
        for (String part : List.of(path.split("\\."))) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return at;
    }
}
