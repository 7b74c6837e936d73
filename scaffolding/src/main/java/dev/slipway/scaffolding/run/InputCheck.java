package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.form.JsonSchemas;
import dev.slipway.scaffolding.form.JsonSchemas.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares inputs and outputs with the schema of its action. */
final class InputCheck {

    /** What is said of several properties together, and cannot be told while one is missing. */
    private static final Set<String> OF_ALL = Set.of(
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "minProperties");

    private InputCheck() {}

    static List<String> problems(Action action, Map<String, @Nullable Object> input) {
        return sentences(action.inputSchema(), input);
    }

    /** What is wrong already: a property that is not known yet is neither wrong nor missing. */
    static List<Violation> problems(Action action, EarlyInput input) {
        Map<String, Object> schema = action.inputSchema();
        return JsonSchemas.problems(input.open().isEmpty() ? schema : without(schema, input.open()), input.known());
    }

    private static Map<String, Object> without(Map<String, Object> schema, Set<String> open) {
        Map<String, Object> reduced = new LinkedHashMap<>(schema);
        reduced.keySet().removeAll(OF_ALL);
        if (schema.get("required") instanceof List<?> required) {
            reduced.put(
                    "required",
                    required.stream()
                            .filter(name -> !open.contains(String.valueOf(name)))
                            .toList());
        }
        return reduced;
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
