package dev.slipway.scaffolding.action;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action as Backstage's API lists it ({@code GET /api/scaffolder/v2/actions}), with more of what people want to know.
 *
 * @param schema JSON Schemas, {@code input} and {@code output}
 * @param repeatable whether it is carried out again when a killed run goes on; otherwise its result is kept
 * @param afterAKill the same in words, and how it finds out what it has made already
 * @param missingAdapter what would have to be there to carry it out; null for one that can be
 */
public record ActionListing(
        String id,
        String description,
        List<ActionExample> examples,
        Map<String, Map<String, Object>> schema,
        boolean repeatable,
        String afterAKill,
        @Nullable String missingAdapter) {

    public ActionListing {
        examples = List.copyOf(examples);
        schema = Map.copyOf(schema);
    }

    public static ActionListing of(Action action) {
        return new ActionListing(
                action.id(),
                action.description(),
                action.examples(),
                Map.of("input", action.inputSchema(), "output", action.outputSchema()),
                !action.reachesOutside(),
                action.afterAKill(),
                action.missingAdapter().orElse(null));
    }
}
