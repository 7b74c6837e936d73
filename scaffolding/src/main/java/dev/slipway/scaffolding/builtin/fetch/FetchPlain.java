package dev.slipway.scaffolding.builtin.fetch;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.known.KnownActions;

/** Copies a directory into the workspace as it is. */
final class FetchPlain extends DescribedAction {

    private final RemoteTrees remote;

    FetchPlain(RemoteTrees remote) {
        super(KnownActions.describe("fetch:plain"));
        this.remote = remote;
    }

    @Override
    public ActionResult run(ActionContext context) {
        new Target(context).write(Source.of(context, remote).files(context), false);
        return ActionResult.done();
    }
}
