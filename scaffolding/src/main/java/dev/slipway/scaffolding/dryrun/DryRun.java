package dev.slipway.scaffolding.dryrun;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.scaffolding.run.Workflow;

/**
 * Runs a template with actions that stay in the workspace: those that reach outside say what they would do, and answer the
 * examples of their output's schema.
 */
public final class DryRun {

    private DryRun() {}

    /**
     * What the template would make of these answers.
     *
     * @param tree the directory of the template's file
     * @param run its parameters are taken as they are: a {@link dev.slipway.scaffolding.form.Form} checks them
     */
    public static DryRunResult of(TemplateDefinition template, FileTree tree, Actions actions, RunInfo run) {
        DryRunJournal journal = new DryRunJournal(template.steps());
        Actions dry = new Actions(
                actions.all().stream()
                        .map(action -> (Action) new DryAction(action, journal))
                        .toList(),
                actions.filters());
        Workflow workflow = new Workflow(template, tree, dry, run, journal);
        RunState state = workflow.advance();
        return new DryRunResult(journal.log(), workflow.files(), journal.steps(), state);
    }

    /** A line of the log. */
    public record LogLine(String stepId, String message, Status status) {}

    /** What the step was doing when the line was written. */
    public enum Status {
        PROCESSING,
        COMPLETED,
        SKIPPED,
        FAILED
    }
}
