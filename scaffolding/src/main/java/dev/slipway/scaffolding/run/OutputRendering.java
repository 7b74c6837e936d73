package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders a template's {@code output}. */
final class OutputRendering {

    private static final Set<String> OWN = Set.of("links", "text");

    private final Rendering rendering;

    OutputRendering(Rendering rendering) {
        this.rendering = rendering;
    }

    RunState.RunOutput output(@Nullable YamlMap output) {
        if (output == null) {
            return new RunState.RunOutput(List.of(), List.of(), Map.of());
        }
        List<RunState.Link> links = new ArrayList<>();
        shown(output, "links").forEach(link -> links.add(link(link)));
        List<RunState.Text> texts = new ArrayList<>();
        shown(output, "text")
                .forEach(text ->
                        texts.add(new RunState.Text(text(text, "title"), text(text, "content"), text(text, "icon"))));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        output.entries().stream()
                .filter(entry -> !OWN.contains(entry.key().text()))
                .forEach(entry -> values.put(entry.key().text(), rendering.value(entry.value())));
        return new RunState.RunOutput(links, texts, values);
    }

    private List<YamlMap> shown(YamlMap output, String key) {
        return output.items(key).stream()
                .flatMap(item -> item.asMap().stream())
                .filter(item -> item.get("if").map(rendering::holds).orElse(true))
                .toList();
    }

    private RunState.Link link(YamlMap link) {
        String entity = text(link, "entityRef");
        String url = entity.isEmpty() ? text(link, "url") : catalogPath(entity);
        return new RunState.Link(text(link, "title"), url, text(link, "icon"));
    }

    /** {@code [kind:][namespace/]name} as the path of its page in the portal; what names no kind is a component. */
    private static String catalogPath(String entity) {
        int colon = entity.indexOf(':');
        int slash = entity.indexOf('/', colon + 1);
        String kind = colon < 0 ? "component" : entity.substring(0, colon);
        String namespace = slash < 0 ? "default" : entity.substring(colon + 1, slash);
        String name = entity.substring(Math.max(colon, slash) + 1);
        return Stream.of(namespace, kind.toLowerCase(Locale.ROOT), name)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/", "/catalog/", ""));
    }

    private String text(YamlMap map, String key) {
        Object value =
                map.get(key).map(YamlValue.class::cast).map(rendering::value).orElse(null);
        return value == null ? "" : value.toString();
    }
}
