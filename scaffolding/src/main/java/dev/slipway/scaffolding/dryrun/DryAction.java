package dev.slipway.scaffolding.dryrun;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionExample;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Examples;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public List<ActionExample> examples() {
        return action.examples();
    }

    @Override
    public Optional<String> missingAdapter() {
        return action.missingAdapter();
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
