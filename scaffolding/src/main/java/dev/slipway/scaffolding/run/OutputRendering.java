package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        shown(output, "text").forEach(text -> texts.add(new RunState.Text(text(text, "title"), text(text, "content"))));
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
        String url = entity.isEmpty() ? text(link, "url") : "/catalog/" + entity.replace(":", "/");
        return new RunState.Link(text(link, "title"), url, text(link, "icon"));
    }

    private String text(YamlMap map, String key) {
        Object value =
                map.get(key).map(YamlValue.class::cast).map(rendering::value).orElse(null);
        return value == null ? "" : value.toString();
    }
}
