package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares inputs and outputs with the schema of its action. */
final class InputCheck {

    private InputCheck() {}

    static List<String> problems(Action action, Map<String, @Nullable Object> input) {
        return sentences(action.inputSchema(), input);
    }

    static List<String> outputProblems(Action action, Map<String, @Nullable Object> outputs) {
        boolean anything = Map.of().equals(action.outputSchema().getOrDefault("properties", Map.of()));
        return anything ? List.of() : sentences(action.outputSchema(), outputs);
    }

    private static List<String> sentences(Map<String, Object> schema, Map<String, @Nullable Object> value) {
        return JsonSchemas.problems(schema, value).stream()
                .map(problem -> (problem.path().isEmpty() ? "" : "\"" + problem.path() + "\": ") + problem.message())
                .toList();
    }
}
