package dev.slipway.scaffolder.tasks;

import dev.slipway.scaffolding.form.FieldProblem;
import java.util.Arrays;
import java.util.List;

/**
 * Something wrong with a value, as the npm package {@code jsonschema} says it, which Backstage validates with. The value itself is
 * left out: it may be a secret.
 */
record ValueError(List<Object> path, String property, String message, String stack) {

    static ValueError of(FieldProblem problem) {
        String property = problem.field().isEmpty() ? "instance" : "instance." + problem.field();
        return new ValueError(path(problem.field()), property, problem.message(), property + ": " + problem.message());
    }

    private static List<Object> path(String field) {
        return Arrays.stream(field.split("\\."))
                .filter(part -> !part.isEmpty())
                .<Object>map(part -> part.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(part) : part)
                .toList();
    }
}
