package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.FileTree;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an action works with.
 *
 * @param input rendered, and valid for the action's schema
 * @param template the directory of template.yaml
 * @param log takes lines for the run's log
 */
public record ActionContext(
        RunInfo run,
        String stepId,
        Map<String, @Nullable Object> input,
        Workspace workspace,
        FileTree template,
        Consumer<String> log) {

    /** The text at this key of the input; empty when it is missing. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(input.get(key)).map(Object::toString);
    }

    /** Whether this key of the input is true. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(input.get(key)) || "true".equals(input.get(key));
    }

    public void log(String line) {
        log.accept(line);
    }
}
