package dev.slipway.scaffolder.publish;

import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An action on the repository that its {@code repoUrl} names, which the run's user may write to. */
abstract class HostAction extends DescribedAction {

    final PublishTargets targets;

    /** @param id one of {@link KnownActions} */
    HostAction(String id, PublishTargets targets) {
        super(KnownActions.describe(id));
        this.targets = targets;
    }

    @Override
    public final boolean reachesOutside() {
        return true;
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return targets.problems(run, input);
    }
}
