package dev.slipway.scaffolding.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of step. Implementations are safe for use by several runs at once. */
public interface Action {

    /** For example {@code fetch:template}. */
    String id();

    String description();

    /** JSON Schema of the input. */
    Map<String, Object> inputSchema();

    /** JSON Schema of the outputs. */
    default Map<String, Object> outputSchema() {
        return Map.of("type", "object");
    }

    /** How it is used. */
    default List<ActionExample> examples() {
        return List.of();
    }

    /** What would have to be there to carry it out, for example {@code GitLab}; empty for one that can be. */
    default Optional<String> missingAdapter() {
        return Optional.empty();
    }

    /**
     * Whether it makes something outside the workspace. Then its result is stored and it is not run again once it is done;
     * all others are run again when a killed run goes on, to make the workspace anew.
     */
    default boolean reachesOutside() {
        return false;
    }

    /**
     * What becomes of it when a killed run goes on, in words that people read: whether it is carried out again, and how it finds out
     * that it has made already what it makes outside.
     */
    default String afterAKill() {
        return reachesOutside()
                ? "Its result is kept once it is done. Where it was under way, it is asked again with the same key, and has to find what it has made."
                : "It is carried out again: it makes nothing outside the workspace.";
    }

    /**
     * What is already known to make it fail, asked before the first step of a run. Inputs that depend on other steps are
     * missing.
     */
    default List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return List.of();
    }

    /**
     * Does it. May be called again for the same run and step after the process was killed at any point, and then finds
     * what it already made.
     *
     * @throws ActionException when it cannot be done
     */
    ActionResult run(ActionContext context);

    /**
     * What {@link #run} comes to, with nothing made outside the workspace. An action that reaches outside says so, and
     * answers the examples of its output's schema.
     */
    default ActionResult dryRun(ActionContext context) {
        if (!reachesOutside()) {
            return run(context);
        }
        context.log("Not carried out in a dry run: " + description());
        return new ActionResult.Done(Examples.of(outputSchema()));
    }

    /**
     * Takes back what it made, because a later step failed; for actions that reach outside. Idempotent. A run that is tried again does
     * the step anew then, with another {@link ActionContext#key}; of an action without this method the result stays.
     */
    default void undo(ActionContext context) {
        throw new NothingTakenBack();
    }
}
