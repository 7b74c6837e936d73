package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.YamlMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as its file says.
 *
 * @param title the name when it has none
 * @param origin where it was copied from ({@code builtin/java-service@1}); empty for one's own
 * @param owner entity reference of who looks after it; empty when it says nobody
 * @param output rendered after the last step; null when it has none
 */
public record TemplateDefinition(
        String file,
        String name,
        String title,
        String description,
        List<String> tags,
        String origin,
        String type,
        String owner,
        List<ParameterPage> pages,
        List<Step> steps,
        @Nullable YamlMap output) {

    public TemplateDefinition {
        tags = List.copyOf(tags);
        pages = List.copyOf(pages);
        steps = List.copyOf(steps);
    }
}
