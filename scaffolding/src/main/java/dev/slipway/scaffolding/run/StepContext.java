package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.template.value.Function;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roots that expressions of template.yaml know; {@code secrets} only where a step's input is made. */
final class StepContext {

    private final RunInfo run;
    private final Map<String, @Nullable Object> steps = new LinkedHashMap<>();
    private boolean failed;

    StepContext(RunInfo run) {
        this.run = run;
    }

    void finished(String stepId, Map<String, @Nullable Object> outputs) {
        steps.put(stepId, Map.of("output", outputs));
    }

    void failed() {
        failed = true;
    }

    Map<String, @Nullable Object> roots() {
        boolean failure = failed;
        Map<String, @Nullable Object> roots = new LinkedHashMap<>();
        roots.put("parameters", run.parameters());
        roots.put("steps", steps);
        roots.put("user", user());
        roots.put("context", Map.of("task", Map.of("id", run.id())));
        roots.put("always", (Function) _ -> true);
        roots.put("failure", (Function) _ -> failure);
        return roots;
    }

    private Map<String, @Nullable Object> user() {
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("ref", run.user());
        if (!run.userEntity().isEmpty()) {
            user.put("entity", run.userEntity());
        }
        return user;
    }

    /** For a step's {@code input} and {@code each}. */
    Map<String, @Nullable Object> inputRoots() {
        Map<String, @Nullable Object> roots = roots();
        roots.put(Rendering.SECRETS, run.secrets().reveal());
        return roots;
    }

    /** For the {@code if} of one round of {@code each}. */
    Map<String, @Nullable Object> roots(EachItem item) {
        return with(roots(), item);
    }

    /** For the input of one round of {@code each}. */
    Map<String, @Nullable Object> inputRoots(EachItem item) {
        return with(inputRoots(), item);
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> roots, EachItem item) {
        Map<String, @Nullable Object> each = new LinkedHashMap<>();
        each.put("key", item.key());
        each.put("value", item.value());
        roots.put("each", each);
        return roots;
    }
}
