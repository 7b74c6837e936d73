package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares an input with the schema of its action. */
final class InputCheck {

    private InputCheck() {}

    static List<String> problems(Action action, Map<String, @Nullable Object> input) {
        return JsonSchemas.problems(action.inputSchema(), input).stream()
                .map(problem -> (problem.path().isEmpty() ? "" : "\"" + problem.path() + "\": ") + problem.message())
                .toList();
    }
}
