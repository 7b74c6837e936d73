package dev.slipway.scaffolding.dryrun;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Examples;
import java.util.Map;

/** An action that only ever does what it does in a dry run. */
record DryAction(Action action, DryRunJournal journal) implements Action {

    @Override
    public String id() {
        return action.id();
    }

    @Override
    public String description() {
        return action.description();
    }

    @Override
    public Map<String, Object> inputSchema() {
        return action.inputSchema();
    }

    @Override
    public Map<String, Object> outputSchema() {
        return action.outputSchema();
    }

    @Override
    public ActionResult run(ActionContext context) {
        journal.carriesOut(id(), context);
        return switch (action.dryRun(context)) {
            case ActionResult.Done done -> done;
            case ActionResult.Waiting waiting -> {
                context.log("Would wait: " + waiting.reason());
                yield new ActionResult.Done(Examples.of(outputSchema()));
            }
        };
    }
}
