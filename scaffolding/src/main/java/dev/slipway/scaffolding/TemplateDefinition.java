package dev.slipway.scaffolding;

import dev.slipway.documents.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as its file says.
 *
 * @param title the name when it has none
 * @param origin where it was copied from ({@code builtin/java-service@1}); empty for one's own
 * @param owner entity reference of who looks after it; empty when it says nobody
 * @param lifecycle empty when it says none
 * @param secretsSchema JSON Schema of the secrets that a run needs; empty when it needs none
 * @param buttonLabels what the buttons of the form say
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
        String lifecycle,
        List<ParameterPage> pages,
        Map<String, @Nullable Object> secretsSchema,
        ButtonLabels buttonLabels,
        List<Step> steps,
        @Nullable YamlMap output) {

    public TemplateDefinition {
        tags = List.copyOf(tags);
        pages = List.copyOf(pages);
        steps = List.copyOf(steps);
    }

    /** This template with other steps, and no output. */
    public TemplateDefinition withSteps(List<Step> others) {
        return new TemplateDefinition(
                file,
                name,
                title,
                description,
                tags,
                origin,
                type,
                owner,
                lifecycle,
                pages,
                secretsSchema,
                buttonLabels,
                others,
                null);
    }
}
