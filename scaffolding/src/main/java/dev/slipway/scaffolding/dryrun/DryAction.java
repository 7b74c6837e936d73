package dev.slipway.scaffolding.dryrun;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Examples;
import dev.slipway.scaffolding.action.WrappedAction;

/** An action that only ever does what it does in a dry run. */
record DryAction(Action action, DryRunJournal journal) implements WrappedAction {

    @Override
    public ActionResult run(ActionContext context) {
        journal.carriesOut(action, context);
        return switch (action.dryRun(context)) {
            case ActionResult.Done done -> done;
            case ActionResult.Waiting waiting -> {
                context.log("Would wait: " + waiting.reason());
                yield new ActionResult.Done(Examples.of(outputSchema()));
            }
        };
    }
}
