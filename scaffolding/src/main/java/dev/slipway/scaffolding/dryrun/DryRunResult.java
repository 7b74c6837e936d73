package dev.slipway.scaffolding.dryrun;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.dryrun.DryRun.LogLine;
import dev.slipway.scaffolding.run.RunState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a dry run.
 *
 * @param files the workspace after the last step, of a failed run as far as it came
 * @param steps those that were carried out, once for each round of an {@code each}
 * @param state completed or failed; an action that would wait counts as done
 */
public record DryRunResult(List<LogLine> log, MemoryTree files, List<CarriedOut> steps, RunState state) {

    public DryRunResult {
        log = List.copyOf(log);
        steps = List.copyOf(steps);
    }

    /**
     * A step that was carried out.
     *
     * @param name as the template calls it
     * @param input as it was rendered
     * @param by the action that carries it out: another one where the platform definition says so
     * @param given what that one is given
     * @param workspace as it was when the step came; empty for a step that stays within it
     */
    public record CarriedOut(
            String id,
            String name,
            String action,
            Map<String, @Nullable Object> input,
            String by,
            Map<String, @Nullable Object> given,
            MemoryTree workspace) {}
}
