package dev.slipway.desiredstate.release;

import dev.slipway.changes.Intent;
import dev.slipway.changes.IntentPlanner;
import dev.slipway.changes.Plan;
import dev.slipway.git.Snapshot;
import org.springframework.stereotype.Component;

/** Plans {@link Intent.SetRelease} where the environment's images are decided. */
@Component
class SetReleasePlanner implements IntentPlanner {

    private final ReleasePlans plans;

    SetReleasePlanner(ReleasePlans plans) {
        this.plans = plans;
    }

    @Override
    public boolean plans(Intent intent) {
        return intent instanceof Intent.SetRelease;
    }

    @Override
    public Plan plan(Intent intent, Snapshot tip) {
        if (!(intent instanceof Intent.SetRelease wanted)) {
            throw new IllegalArgumentException("Not a SetRelease: " + intent);
        }
        return plans.plan(wanted, tip.commit().value(), tip);
    }
}
