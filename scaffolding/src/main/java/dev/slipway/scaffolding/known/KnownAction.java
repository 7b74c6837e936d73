package dev.slipway.scaffolding.known;

import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionDescription;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An action that is known and cannot be carried out here. */
final class KnownAction extends DescribedAction {

    private final String adapter;
    private final String reason;

    /**
     * @param adapter what would carry it out, for example {@code GitLab}
     * @param reason why what is here does not; empty for nothing but the adapter
     */
    KnownAction(ActionDescription about, String adapter, String reason) {
        super(about);
        this.adapter = adapter;
        this.reason = reason;
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public Optional<String> missingAdapter() {
        return Optional.of(adapter);
    }

    @Override
    public String afterAKill() {
        return "It is not carried out here.";
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return List.of(new InputProblem("", refusal()));
    }

    @Override
    public ActionResult run(ActionContext context) {
        throw new ActionException(refusal());
    }

    private String refusal() {
        return "The action \"" + id() + "\" needs an adapter for " + adapter + ", which is not here"
                + (reason.isEmpty() ? "" : ": " + reason)
                + ". It only runs dry. Take the step out, or say in platform.yaml, below spec.templates.actions, what shall"
                + " become of it: another action (alias), nothing (skip), or an HTTP endpoint (call).";
    }
}
