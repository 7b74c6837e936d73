package dev.slipway.scaffolder;

import dev.slipway.kernel.Actor;
import dev.slipway.scaffolding.form.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs of templates. A run is durable: killed at any point, it goes on after a restart and makes nothing twice. */
public interface TemplateRuns {

    /** Everything that would make a run with these answers fail, as far as it is known; none when it can be started. */
    List<FieldProblem> check(StoredTemplate template, Answers answers, Actor actor);

    /**
     * Starts a run and returns at once. Secrets are kept encrypted, and only until the run ends.
     *
     * @throws ScaffolderException with INVALID and all problems by field; then nothing was made
     */
    TemplateRun start(String template, Answers answers, Actor actor);

    /** Without secrets. */
    default TemplateRun start(String template, Map<String, @Nullable Object> values, Actor actor) {
        return start(template, Answers.of(values, Map.of()), actor);
    }

    Optional<TemplateRun> find(RunId id);

    /** Runs without their steps. */
    RunPage page(RunQuery query);

    /** The newest first, without their steps. */
    List<TemplateRun> newest(int limit);

    /**
     * The next lines, 5000 at most.
     *
     * @param after the number of the last line already known; 0 for all
     */
    List<RunLogLine> log(RunId id, long after);

    /** The last lines, in order. */
    List<RunLogLine> lastLines(RunId id, int lines);

    /** The number of the line with which the last attempt began; 0 for the first attempt. */
    long lastRetry(RunId id);

    /**
     * Stops it before its next step, or where it waits; what it made is taken back, its clean-up steps run. A step under way is
     * finished first.
     */
    void cancel(RunId id, Actor actor);

    /**
     * Tries a run again that failed or was cancelled, from the step that failed: what could be taken back is made anew, the
     * results of all other steps stay.
     *
     * @param secrets all that it had before: they were forgotten when it ended
     * @throws ScaffolderException with CONFLICT when it has not ended, or has succeeded; with INVALID when secrets are missing
     */
    void retry(RunId id, Map<String, String> secrets, Actor actor);
}
