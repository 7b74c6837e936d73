package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.known.KnownActions;

/** Copies one file into the workspace as it is. */
final class FetchPlainFile extends DescribedAction {

    private final RemoteTrees remote;

    FetchPlainFile(RemoteTrees remote) {
        super(KnownActions.describe("fetch:plain:file"));
        this.remote = remote;
    }

    @Override
    public ActionResult run(ActionContext context) {
        String target = context.text("targetPath").orElseThrow();
        context.workspace().write(target, Source.of(context, remote).file());
        context.log("Wrote " + target);
        return ActionResult.done();
    }
}
