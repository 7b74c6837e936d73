package dev.slipway.scaffolding.action;

import java.util.List;
import java.util.Map;

/**
 * What an action says of itself.
 *
 * @param inputSchema JSON Schema of the input
 * @param outputSchema JSON Schema of the outputs, whose {@code examples} a dry run answers
 */
public record ActionDescription(
        String id,
        String description,
        Map<String, Object> inputSchema,
        Map<String, Object> outputSchema,
        List<ActionExample> examples) {

    public ActionDescription {
        examples = List.copyOf(examples);
    }
}
