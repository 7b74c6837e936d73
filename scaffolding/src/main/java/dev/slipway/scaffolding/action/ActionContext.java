package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.FileTree;
import java.time.Instant;
import java.util.List;
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
 * @param key names what this step makes: the same however often the step is run because the process was killed, another for
 *     each round of an {@code each}, and another once what it made was taken back
 * @param startedAt when the step was begun, by whichever process
 */
public record ActionContext(
        RunInfo run,
        String stepId,
        Map<String, @Nullable Object> input,
        Workspace workspace,
        FileTree template,
        Consumer<String> log,
        String key,
        Instant startedAt) {

    /** For a step that is neither repeated nor tried again. */
    public ActionContext(
            RunInfo run,
            String stepId,
            Map<String, @Nullable Object> input,
            Workspace workspace,
            FileTree template,
            Consumer<String> log) {
        this(run, stepId, input, workspace, template, log, run.id() + "/" + stepId, Instant.EPOCH);
    }

    /** The same with another input. */
    public ActionContext withInput(Map<String, @Nullable Object> other) {
        return new ActionContext(run, stepId, other, workspace, template, log, key, startedAt);
    }

    /** The text at this key of the input; empty when it is missing. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(input.get(key)).map(Object::toString);
    }

    /** The texts of the list at this key of the input; none when it is missing or something else. */
    public List<String> texts(String key) {
        return input.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether this key of the input is true. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(input.get(key)) || "true".equals(input.get(key));
    }

    public void log(String line) {
        log.accept(line);
    }
}
